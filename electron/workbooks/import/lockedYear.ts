// A line of a year whose books are closed: said before it is tried.

export const lockedYearWords = (year: number) =>
  `năm ${year} đã khóa sổ. Mở khóa năm kèm lý do ở mục Thiết lập › Khóa năm, hoặc bỏ dòng này khi nhập.`
