import type { RuleWords } from './rule-sentence.ts'

/** Sentences of broken rules about accounts, sessions and first setup. */
export const accessRules: RuleWords = {
  vi: {
    'access/password-too-short': 'Mật khẩu cần ít nhất 12 ký tự.',
    'access/password-too-common':
      'Mật khẩu này quá dễ đoán (từ thông dụng, dãy phím, năm hoặc tên mình). Hãy dùng một câu của riêng mình.',
    'access/passwords-differ': 'Hai lần nhập không giống nhau.',
    'access/password-unchanged': 'Mật khẩu mới phải khác mật khẩu hiện tại.',
    'access/wrong-password': 'Mật khẩu không đúng.',
    'access/too-many-tries': 'Đã thử quá nhiều lần. Xin đợi một giờ.',
    'access/wrong-set-up-code': 'Mã thiết lập không đúng. Mã mới nhất in trên màn hình nơi chạy chương trình.',
    'access/wrong-code': 'Mã không đúng. Xin kiểm tra giờ của điện thoại và nhập mã mới.',
    'access/no-pending-totp': 'Chưa bắt đầu cài đặt, hoặc đã cài đặt xong. Xin mở lại trang này.',
    'access/no-second-factor': 'Tài khoản này chưa bật xác thực hai bước.',
    'access/codes-shown-once': 'Mã khôi phục chỉ hiện một lần và đã được tạo. Nếu chưa in, hãy tạo bộ mã mới.',
    'access/login-form': 'Dùng chữ không dấu, chữ số, dấu chấm, gạch nối; từ 3 đến 60 ký tự.',
    'access/slug-reserved': 'Chương trình đã dùng địa chỉ này cho việc khác; hãy chọn tên khác.',
    'access/slug-form': 'Dùng chữ thường không dấu, chữ số và gạch nối; từ 2 đến 60 ký tự.',
    'access/prefix-form': 'Từ 2 đến 6 chữ cái không dấu.',
    'access/own-account':
      'Không tự quản trị tài khoản của chính mình; xin dùng trang Tài khoản của tôi hoặc nhờ người quản trị khác.',
    'access/account-serves-elsewhere':
      'Tài khoản này còn phục vụ đơn vị khác hoặc quản trị hệ thống; chỉ người quản trị hệ thống mới được thay đổi.',
    'access/account-disabled': 'Tài khoản này đã bị khóa.',
    'access/account-not-disabled': 'Tài khoản này không bị khóa.',
    'access/membership-exists': 'Người này đang có vai trò đó ở cơ quan này.',
    'access/membership-ended': 'Vai trò này đã kết thúc.',
    'access/last-system-administrator': 'Đây là người quản trị hệ thống duy nhất; hãy giao cho người khác trước.',
    'access/already-set-up': 'Hệ thống đã được thiết lập. Xin đăng nhập.',
  },
  en: {
    'access/password-too-short': 'A password needs at least 12 characters.',
    'access/password-too-common':
      'This is too easy to guess (common words, keyboard runs, years or your name). Use a sentence of your own.',
    'access/passwords-differ': 'The two are not the same.',
    'access/password-unchanged': 'The new password must differ from the current one.',
    'access/wrong-password': 'The password is not right.',
    'access/too-many-tries': 'Too many tries. Please wait an hour.',
    'access/wrong-set-up-code': 'Not the set-up code. The newest one is on the console where the program was started.',
    'access/wrong-code': 'The code is not right. Check the clock of your telephone and type a new one.',
    'access/no-pending-totp': 'Setting up was not begun or is already done. Please open this page again.',
    'access/no-second-factor': 'This account has no second factor.',
    'access/codes-shown-once': 'Recovery codes are shown once and were made. If they were not printed, make new ones.',
    'access/login-form': 'Plain letters, digits, dot, hyphen; 3 to 60 characters.',
    'access/slug-reserved': 'The program itself uses this address; please choose another.',
    'access/slug-form': 'Small plain letters, digits and hyphens; 2 to 60 characters.',
    'access/prefix-form': 'Two to six plain letters.',
    'access/own-account': 'Nobody administers their own account; use My account or ask another administrator.',
    'access/account-serves-elsewhere':
      'This account also serves another authority or the system; only the system administrator may change it.',
    'access/account-disabled': 'This account is disabled.',
    'access/account-not-disabled': 'This account is not disabled.',
    'access/membership-exists': 'This person already has that role in this agency.',
    'access/membership-ended': 'This role has ended.',
    'access/last-system-administrator': 'This is the only system administrator; hand the role over first.',
    'access/already-set-up': 'The system is already set up. Please sign in.',
  },
}
