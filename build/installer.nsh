; Windows older than 10 is refused in words before anything is written.
!include WinVer.nsh

!macro preInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "Sổ Khuyến Công cần Windows 10 trở lên. Máy này dùng Windows cũ hơn nên không cài được."
    Quit
  ${EndIf}
!macroend
