/**
 * Words that common passwords are made of, folded: lower case, without diacritics and signs. Taken from what public
 * lists of leaked passwords have in common, and from Vietnamese habits. A password that consists only of these,
 * years, runs and repetitions is refused, however long it is.
 */
export const commonPasswordParts: readonly string[] = [
  // everywhere
  ...['password', 'passwort', 'passw', 'pass', 'word', 'qwerty', 'qwertyuiop', 'asdfgh', 'asdfghjkl', 'zxcvbn', 'zxcvbnm'],
  ...['qazwsx', 'wsxedc', 'edcrfv', 'qweasd', 'qweasdzxc', 'poiuytrewq', 'asdf', 'zxcv', 'qwer', 'letmein', 'welcome'],
  ...['admin', 'administrator', 'root', 'user', 'guest', 'login', 'test', 'testing', 'default', 'changeme', 'secret', 'temp'],
  ...['iloveyou', 'ilove', 'love', 'you', 'monkey', 'dragon', 'sunshine', 'princess', 'football', 'baseball', 'superman'],
  ...['batman', 'master', 'shadow', 'michael', 'charlie', 'computer', 'internet', 'trustno', 'starwars', 'freedom', 'whatever'],
  ...['hello', 'google', 'facebook', 'samsung', 'apple', 'iphone', 'zalo', 'tiktok', 'youtube', 'microsoft', 'windows', 'office'],
  ...['company', 'server', 'system', 'abc', 'abcd', 'abcdef', 'aaa', 'xyz', 'my', 'is', 'the', 'a', 'new', 'old', 'good'],
  // Vietnamese
  ...['matkhau', 'mat', 'khau', 'matma', 'anhyeuem', 'emyeuanh', 'yeuem', 'yeuanh', 'anhyeu', 'emyeu', 'toiyeu', 'yeu', 'anh'],
  ...['em', 'toi', 'minh', 'ban', 'conyeu', 'conyeume', 'bome', 'giadinh', 'hanhphuc', 'tinhyeu', 'nguoiyeu', 'changtrai'],
  ...['vietnam', 'viet', 'nam', 'hanoi', 'saigon', 'haiphong', 'danang', 'cantho', 'hue', 'cathai', 'catba', 'thanhhoa', 'sonla'],
  ...['laichau', 'thanuyen', 'hoangphu', 'hoanghoa', 'tphcm', 'hochiminh', 'bacho', 'dang', 'dangcongsan', 'dangbo', 'danguy'],
  ...['ubnd', 'uyban', 'uybannhandan', 'hdnd', 'mttq', 'mattran', 'vanphong', 'vanthu', 'canbo', 'congchuc', 'chuyenvien'],
  ...['lanhdao', 'bithu', 'chutich', 'doithoai', 'nhandan', 'dan', 'xa', 'phuong', 'dackhu', 'thon', 'tinh', 'thanhpho'],
  ...['quantri', 'quantrivien', 'hethong', 'taikhoan', 'nguoidung', 'dangnhap', 'khongbiet', 'khongco', 'xinchao', 'chao'],
  ...['nguyen', 'tran', 'pham', 'hoang', 'huynh', 'phan', 'dang', 'bui', 'ngo', 'duong', 'hung', 'dung', 'tuan', 'linh'],
  ...['huong', 'thao', 'trang', 'hoa', 'lan', 'mai', 'phuong', 'thanh', 'long', 'quang', 'duc', 'tien', 'thu', 'ha'],
]
