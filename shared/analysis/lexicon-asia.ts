import type { Words } from './concepts.ts';

/** Hindi, Thai, Vietnamese, Indonesian, Japanese, Chinese, Korean. */
export const LEXICON_ASIA: Readonly<Record<string, Words>> = {
  hi: {
    confirm: 'पुष्टि|सत्यापित|सत्यापन|सक्रिय|वेरिफाई|वेरिफ़ाई|प्रमाणित|कन्फर्म',
    account: 'ईमेल|ई-मेल|ई मेल|खाता|खाते|अकाउंट|पता|पते|पंजीकरण|प्रोफ़ाइल|साइन अप',
    password: 'पासवर्ड',
    renew: 'रीसेट|बदल|नया|भूल|बनाएं|बनाएँ|सेट|पुनर्प्राप्त',
    signIn: 'साइन इन|लॉग इन|लॉगिन|साइन-इन|लॉग-इन',
    oneTime: 'मैजिक लिंक|साइन-इन लिंक|लॉगिन लिंक|एक बार उपयोग|वन-टाइम लिंक|बिना पासवर्ड',
    invite: 'आमंत्रण|आमंत्रित|निमंत्रण|न्योता',
    accept: 'स्वीकार|शामिल हों|जुड़ें|जुड़ने',
    subscribe: 'सदस्यता|सब्सक्राइब|न्यूज़लेटर|न्यूज़लैटर|समाचार पत्र|मेलिंग सूची',
    go: 'क्लिक|लिंक|बटन|यहाँ|यहां|नीचे|कॉपी|पेस्ट|ब्राउज़र|टैप|खोलें|दबाएं',
    start: 'जारी रखें|शुरू|पूरा करें|समाप्त|हाँ|अनुमति|साइन अप|खाता बनाएं|खाता बनाएँ',
    undo: 'सदस्यता समाप्त|अनसब्सक्राइब|रद्द|अस्वीकार|मैं नहीं|यह मैं नहीं|हटाएं|हटाएँ|ब्लॉक|रिपोर्ट|निष्क्रिय|अनदेखा',
    manage:
      'सेटिंग|प्राथमिकता|प्रबंध|सहायता|मदद|संपर्क|गोपनीयता|शर्तें|ब्राउज़र में देखें|वेबसाइट|होम पेज|ब्लॉग|और जानें|डाउनलोड',
    trade: 'ऑर्डर|चालान|इनवॉइस|रसीद|भुगतान|खरीद|डिलीवरी|शिपिंग|पार्सल|बुकिंग|टिकट|कूपन|छूट|ऑफ़र|रिफंड',
    code: 'कोड|पिन|अंकों',
    secret:
      'सत्यापन कोड|पुष्टिकरण कोड|पुष्टि कोड|सुरक्षा कोड|प्रमाणीकरण कोड|लॉगिन कोड|लॉग इन कोड|साइन-इन कोड|साइन इन कोड|एक्टिवेशन कोड|ओटीपी|otp|वन-टाइम पासवर्ड|वन टाइम पासवर्ड|एक बार का पासवर्ड|वन-टाइम कोड|अस्थायी कोड|एक्सेस कोड|वेरिफिकेशन कोड|अंकों का कोड|पासकोड|रीसेट कोड',
    otherCode:
      'कूपन कोड|डिस्काउंट कोड|प्रोमो कोड|पिन कोड:|पिनकोड|पोस्टल कोड|डाक कोड|क्यूआर कोड|बारकोड|सोर्स कोड|ट्रैकिंग कोड|त्रुटि कोड|रेफरल कोड',
    enter: 'दर्ज|डालें|उपयोग करें|लिखें|कॉपी|टाइप',
    expire: 'समाप्त हो|मान्य|वैध|मिनट|साझा न करें|शेयर न करें',
    number: 'ऑर्डर|संख्या|नंबर|चालान|संदर्भ|फ़ोन|फोन|मोबाइल|कॉल|कुल|राशि|मूल्य|टिकट|संस्करण',
    unasked: 'यदि आपने|अगर आपने|अनुरोध नहीं|आप नहीं|आपने नहीं|गलती से|नहीं चाहते',
    done: 'सत्यापित हो गया|सत्यापित कर दिया|पुष्टि हो गई|सक्रिय हो गया|सफलतापूर्वक|बदल दिया गया|बदल गया',
  },
  th: {
    confirm: 'ยืนยัน|ตรวจสอบ|เปิดใช้งาน|การยืนยัน',
    account: 'อีเมล|บัญชี|ที่อยู่|สมัคร|ลงทะเบียน|โปรไฟล์|ตัวตน|สมาชิก',
    password: 'รหัสผ่าน',
    renew: 'รีเซ็ต|ตั้งใหม่|เปลี่ยน|ลืม|ตั้งรหัส|ใหม่|กู้คืน|สร้าง',
    signIn: 'เข้าสู่ระบบ|ลงชื่อเข้า|ล็อกอิน|ลงชื่อเข้าใช้',
    oneTime: 'ลิงก์วิเศษ|เมจิกลิงก์|ลิงก์เข้าสู่ระบบ|ใช้ครั้งเดียว|ไม่ต้องใช้รหัสผ่าน|ลิงก์สำหรับเข้าสู่ระบบ',
    invite: 'เชิญ',
    accept: 'ยอมรับ|ตอบรับ|เข้าร่วม|รับคำเชิญ',
    subscribe: 'สมัครรับ|จดหมายข่าว|ข่าวสาร|รับข่าว|สมัครสมาชิกจดหมาย',
    go: 'คลิก|กด|ลิงก์|ลิงค์|ปุ่ม|ที่นี่|ด้านล่าง|ต่อไปนี้|คัดลอก|วาง|เบราว์เซอร์|แตะ|เปิด',
    start: 'ดำเนินการต่อ|เริ่มต้น|เริ่ม|เสร็จสิ้น|ใช่|อนุญาต|ไปต่อ|ลงทะเบียน|สร้างบัญชี|สมัครสมาชิก',
    undo: 'ยกเลิก|ยกเลิกการสมัคร|ปฏิเสธ|ไม่ใช่ฉัน|ลบ|บล็อก|รายงาน|ปิดใช้งาน|เพิกเฉย|ละเว้น',
    manage:
      'การตั้งค่า|ตั้งค่า|จัดการ|ช่วยเหลือ|สนับสนุน|ติดต่อ|ความเป็นส่วนตัว|ข้อกำหนด|เงื่อนไข|ดูในเบราว์เซอร์|เว็บไซต์|หน้าแรก|บล็อก|เรียนรู้เพิ่มเติม|ดาวน์โหลด',
    trade: 'คำสั่งซื้อ|ใบแจ้งหนี้|ใบเสร็จ|ชำระเงิน|ซื้อ|จัดส่ง|พัสดุ|การจอง|ตั๋ว|คูปอง|ส่วนลด|โปรโมชั่น|คืนเงิน',
    code: 'รหัส|โค้ด|พิน|หลัก',
    secret:
      'รหัสยืนยัน|รหัสการยืนยัน|รหัสความปลอดภัย|รหัสตรวจสอบ|รหัสเข้าสู่ระบบ|รหัสเปิดใช้งาน|รหัสผ่านครั้งเดียว|รหัสแบบใช้ครั้งเดียว|รหัสใช้ครั้งเดียว|รหัสผ่านแบบใช้ครั้งเดียว|รหัสชั่วคราว|รหัส otp|otp|โอทีพี|รหัสพิน|รหัสลับ|รหัสกู้คืน|รหัสสำหรับยืนยัน|รหัสของคุณ|รหัสรีเซ็ต',
    otherCode:
      'รหัสส่วนลด|โค้ดส่วนลด|รหัสคูปอง|รหัสไปรษณีย์|บาร์โค้ด|คิวอาร์โค้ด|รหัสสินค้า|รหัสข้อผิดพลาด|รหัสติดตาม|รหัสการจอง|รหัสโปรโมชั่น|รหัสลูกค้า',
    enter: 'กรอก|ป้อน|ใส่|ใช้|คัดลอก|พิมพ์',
    expire: 'หมดอายุ|ใช้ได้|นาที|ห้ามเปิดเผย|อย่าเปิดเผย|อย่าแชร์',
    number: 'คำสั่งซื้อ|หมายเลข|เลขที่|ใบแจ้งหนี้|อ้างอิง|โทร|แฟกซ์|รวม|ยอด|ราคา|เวอร์ชัน|ปี',
    unasked: 'หากคุณไม่ได้|ถ้าคุณไม่ได้|ไม่ได้ร้องขอ|ไม่ได้ขอ|ไม่ใช่คุณ|โดยไม่ได้ตั้งใจ|ไม่ต้องการ|ไม่ได้เป็นผู้',
    done: 'ได้รับการยืนยันแล้ว|ยืนยันแล้ว|เปิดใช้งานแล้ว|เรียบร้อยแล้ว|เปลี่ยนแล้ว|ถูกเปลี่ยน|สำเร็จแล้ว',
  },
  vi: {
    confirm: 'xac nhan|xac minh|xac thuc|kich hoat|kiem tra',
    account: 'email|thu dien tu|tai khoan|dia chi|dang ky|ho so',
    password: 'mat khau',
    renew: 'dat lai|doi|thay doi|khoi phuc|quen|moi|thiet lap|tao|cap nhat',
    signIn: 'dang nhap',
    oneTime:
      'lien ket dang nhap|lien ket ma thuat|lien ket ky dieu|dung mot lan|su dung mot lan|khong can mat khau|dang nhap mot lan',
    invite: 'loi moi|moi ban|duoc moi|da moi',
    accept: 'chap nhan|tham gia|dong y',
    subscribe: 'ban tin|dang ky nhan|theo doi|danh sach|nhan tin',
    go: 'nhap vao|bam vao|nhan vao|nhap chuot|bam|nhan nut|lien ket|duong dan|duong link|link|nut|tai day|vao day|duoi day|sau day|ben duoi|sao chep|dan|trinh duyet|mo',
    start: 'tiep tuc|bat dau|hoan tat|hoan thanh|cho phep|dang ky ngay|tao tai khoan',
    undo: 'huy|huy dang ky|tu choi|khong phai toi|khong phai la toi|xoa|chan|bao cao|vo hieu hoa|bo qua|go bo',
    manage:
      'cai dat|tuy chon|quan ly|tro giup|ho tro|lien he|quyen rieng tu|dieu khoan|xem tren trinh duyet|trang web|website|trang chu|blog|tim hieu them|tai xuong',
    trade:
      'don hang|hoa don|bien lai|thanh toan|mua|giao hang|van chuyen|buu kien|dat cho|ve|phieu giam gia|giam gia|khuyen mai|uu dai|hoan tien|gio hang',
    code: 'ma so|ma cua ban|chu so|ma pin|ma nay|ma la|ma duoi day|nhap ma',
    secret:
      'ma xac nhan|ma xac minh|ma xac thuc|ma bao mat|ma dang nhap|ma kich hoat|ma otp|otp|ma dung mot lan|ma su dung mot lan|mat khau mot lan|mat khau dung mot lan|ma tam thoi|ma truy cap|ma khoi phuc|ma dat lai|ma gom|ma pin|ma kiem tra',
    otherCode:
      'ma giam gia|ma khuyen mai|ma uu dai|ma buu chinh|ma vach|ma nguon|ma qr|ma loi|ma van don|ma don hang|ma san pham|ma khach hang|ma dat cho|ma gioi thieu|ma bưu dien',
    enter: 'nhap|su dung|dien|dan|sao chep|go',
    expire: 'het han|hieu luc|co hieu luc|phut|khong chia se|dung chia se',
    number:
      'don hang|so|ma don hang|hoa don|tham chieu|dien thoai|dt|goi|fax|tong|so tien|gia|phien ban|hotline',
    unasked:
      'neu ban khong|neu khong phai|khong yeu cau|khong phai ban|khong thuc hien|nham lan|khong muon|neu day khong phai',
    done: 'da duoc xac nhan|da duoc xac minh|da duoc kich hoat|da xac nhan|thanh cong|da duoc thay doi|da thay doi|da duoc dat lai',
  },
  id: {
    confirm:
      'konfirmasi*|verifikasi*|aktifkan|aktivasi*|mengaktifkan|memverifikasi|mengonfirmasi|mengkonfirmasi|validasi*|sahkan|pengesahan|mengesahkan',
    account: 'email|e mail|surel|akun|akaun|alamat|pendaftaran|registrasi|profil|keanggotaan',
    password: 'kata sandi|katasandi|sandi|kata laluan|password',
    renew:
      'atur ulang|setel ulang|mengatur ulang|ubah|ganti|mengubah|mengganti|reset|baru|lupa|buat|pulihkan|pemulihan|tetapkan semula',
    signIn: 'masuk|login|log masuk|log in',
    oneTime:
      'tautan ajaib|tautan masuk|link masuk|tautan login|sekali pakai|sekali guna|tanpa kata sandi|pautan ajaib',
    invite: 'undangan*|mengundang*|diundang|undang|jemputan|menjemput',
    accept: 'terima|menerima|bergabung|gabung|ikuti|sertai',
    subscribe: 'langganan*|berlangganan|buletin|newsletter|milis|daftar',
    go: 'klik|tautan|link|pautan|tombol|butang|di sini|disini|berikut|di bawah|salin*|tempel*|peramban|browser|buka|ketuk|kunjungi',
    start:
      'lanjutkan|melanjutkan|mulai|selesaikan|menyelesaikan|ya|izinkan|teruskan|daftar|buat akun',
    undo: 'berhenti berlangganan|batal*|membatalkan|tolak|menolak|cabut|bukan saya|hapus|blokir|laporkan|nonaktifkan|abaikan',
    manage:
      'pengaturan|preferensi|kelola|bantuan|dukungan|hubungi|kontak|privasi|ketentuan|syarat|lihat di browser|situs|situs web|beranda|blog|selengkapnya|pelajari lebih|unduh',
    trade:
      'pesanan*|faktur*|tagihan*|kuitansi|pembayaran|bayar|pembelian|beli|pengiriman|paket|reservasi|pemesanan|tiket*|kupon*|diskon*|promo*|penawaran|pengembalian|keranjang',
    code: 'kode|kod|pin|digit|angka',
    secret:
      'kode verifikasi|kode konfirmasi|kode keamanan|kode autentikasi|kode otentikasi|kode akses|kode aktivasi|kode masuk|kode login|kode otp|otp|kode sekali pakai|kata sandi sekali pakai|kode sementara|kode pin|kode pemulihan|kode pendaftaran|kode registrasi|kod pengesahan|kod keselamatan|kode rahasia|digit kode|kode undangan|kode reset|kode anda|kode unik',
    otherCode:
      'kode promo*|kode diskon|kode kupon|kode voucher|kode pos|kode batang|barcode|kode sumber|kode qr|kode error|kode kesalahan|kode pelacakan|kode produk|kode pelanggan|kode pemesanan|kode booking|kode referral|kode negara',
    enter: 'masukkan|memasukkan|gunakan|menggunakan|ketik|ketikkan|salin|tempel|isi',
    expire: 'kedaluwarsa|kadaluarsa|kadaluwarsa|berlaku|menit|jangan bagikan|jangan berikan|minit',
    number:
      'pesanan|nomor|no|nombor|faktur|referensi|telepon|telp|tel|faks|hubungi|total|jumlah|harga|npwp|versi|ip|alamat ip|tiket',
    unasked:
      'jika anda tidak|jika kamu tidak|bila anda tidak|apabila anda tidak|jika bukan anda|tidak meminta|tidak merasa|bukan anda|tidak sengaja|tidak ingin|jika anda tak',
    done: 'telah dikonfirmasi|telah diverifikasi|telah diaktifkan|sudah aktif|berhasil|telah diubah|telah diganti|sudah diverifikasi|telah disahkan',
  },
  ja: {
    confirm: '確認|認証|検証|有効化|有効に|本人確認|アクティベート|承認|アクティベーション',
    account:
      'メール|メールアドレス|アカウント|登録|アドレス|会員|プロフィール|新規登録|ご登録|仮登録|本登録|ユーザー',
    password: 'パスワード',
    renew: '再設定|リセット|変更|設定|新しい|忘れ|復元|再発行|作成|更新',
    signIn: 'ログイン|サインイン',
    oneTime:
      'マジックリンク|ログインリンク|サインインリンク|ワンタイムリンク|ログイン用リンク|ログイン用url|ログインurl|パスワードなし|パスワード不要|ログイン用のリンク',
    invite: '招待|ご招待',
    accept: '承諾|参加|受け入れ|承認|受諾|応じる',
    subscribe:
      '購読|サブスクリプション|ニュースレター|メールマガジン|メルマガ|メーリングリスト|配信登録|読者登録',
    go: 'クリック|リンク|ボタン|こちら|ここ|下記|以下|次の|アクセス|コピー|貼り付け|ブラウザ|url|タップ|開いて|押して',
    start:
      '続ける|続行|開始|はじめる|始める|完了|完了する|進む|はい|許可|手続き|登録する|新規登録|アカウントを作成',
    undo: '解除|配信停止|キャンセル|取り消|取消|拒否|辞退|却下|私ではありません|自分ではない|削除|ブロック|報告|無効|無視|退会|停止|心当たりのない場合|破棄',
    manage:
      '環境設定|通知設定|管理|ヘルプ|サポート|お問い合わせ|お問合せ|プライバシー|利用規約|規約|ブラウザで表示|ウェブ版|公式サイト|ホームページ|トップページ|ブログ|詳しく|詳細|もっと見る|ダウンロード|よくある質問|会社概要|個人情報',
    trade:
      '注文|請求書|領収書|支払|購入|配送|発送|荷物|お届け|予約|チケット|クーポン|割引|セール|返金|カート|ご利用料金|明細',
    code: 'コード|番号|暗証|pin|キー|桁',
    secret:
      '認証コード|確認コード|検証コード|セキュリティコード|ログインコード|サインインコード|アクセスコード|有効化コード|アクティベーションコード|ワンタイムコード|ワンタイムパスワード|ワンタイムパスコード|ワンタイムピン|パスコード|認証番号|確認番号|暗証番号|本人確認コード|一時コード|確認キー|認証キー|otp|二段階認証コード|2段階認証コード|使い捨てコード|桁のコード|桁の数字|復旧コード|回復コード|リセットコード|登録コード|招待コード|確認用コード|認証用コード|一時的なコード|ワンタイムキー',
    otherCode:
      'クーポンコード|割引コード|プロモコード|プロモーションコード|キャンペーンコード|郵便番号|バーコード|qrコード|ソースコード|エラーコード|追跡番号|注文番号|商品コード|予約番号|お問い合わせ番号|伝票番号|受付番号|会員番号|電話番号|ギフトコード|優待コード|紹介コード|問い合わせ番号|予約コード|国コード|バックアップコード|整理番号|管理番号|お客様番号|請求書番号|領収書番号|口座番号|リビジョン',
    enter: '入力|ご入力|使用|コピー|お使い|貼り付け',
    expire: '有効期限|有効です|期限|分間|分以内|以内|共有しない|教えない',
    number:
      '注文番号|注文|番号|お問い合わせ番号|電話|tel|fax|ファックス|合計|金額|価格|円|年|月|日|版|バージョン|郵便番号|会員番号|〒|ipアドレス|チケット|リビジョン|請求',
    unasked:
      '心当たり|お心当たり|覚えのない|覚えがない|身に覚え|依頼していない|リクエストしていない|要求していない|あなたでない|ご本人でない|誤って|希望しない|お求めでない|していない場合|不要な場合',
    done: '確認されました|確認が完了|認証されました|認証が完了|有効になりました|登録が完了|完了しました|変更されました|変更いたしました|追加されました|承認されました',
  },
  zh: {
    confirm:
      '验证|確認|确认|驗證|激活|啟用|启用|核实|認證|认证|校验|激活码|開通|开通|完成注册|激活帐号',
    account:
      '邮箱|郵箱|电子邮件|電子郵件|电邮|電郵|邮件地址|账户|帳戶|账号|帐号|帳號|帐户|注册|註冊|地址|身份|信箱|用户',
    password: '密码|密碼|口令',
    renew:
      '重置|重設|重设|修改|更改|变更|變更|找回|忘记|忘記|新密|设置|設置|设定|設定|恢复|恢復|更新|创建',
    signIn: '登录|登入|登陆|登錄|登陸',
    oneTime:
      '魔法链接|魔術連結|登录链接|登入連結|一次性链接|一次性連結|免密|无密码|無密碼|快捷登录',
    invite: '邀请|邀請',
    accept: '接受|加入|同意|参加|參加',
    subscribe: '订阅|訂閱|电子报|電子報|通讯|邮件列表|新闻邮件|郵件列表',
    go: '点击|點擊|点按|點按|单击|按钮|按鈕|链接|連結|鏈接|网址|網址|此处|此處|这里|這裡|以下|下面|下方|复制|複製|粘贴|貼上|浏览器|瀏覽器|打开|打開|访问|訪問',
    start: '继续|繼續|开始|開始|完成|下一步|允许|允許|立即|注册|註冊|创建账户|建立帳戶',
    undo: '取消订阅|取消訂閱|退订|退訂|取消|拒绝|拒絕|撤销|撤銷|不是我|不是我本人|删除|刪除|屏蔽|举报|舉報|停用|忽略|移除|解除|注销',
    manage:
      '偏好|设置中心|管理|帮助|幫助|支持中心|客服|联系我们|聯絡我們|聯繫|隐私|隱私|条款|條款|在浏览器中查看|在瀏覽器中|网页版|官网|官網|首页|首頁|博客|部落格|了解更多|了解详情|下载|下載|常见问题',
    trade:
      '订单|訂單|发票|發票|收据|收據|付款|支付|购买|購買|配送|发货|發貨|快递|包裹|预订|預訂|门票|優惠券|优惠券|优惠|優惠|折扣|促销|促銷|退款|购物车|账单|帳單',
    code: '代码|代碼|码|碼|数字|數字|口令',
    secret:
      '验证码|驗證碼|校验码|确认码|確認碼|安全码|安全碼|动态码|动态密码|動態密碼|登录码|登入碼|激活码|啟用碼|一次性密码|一次性密碼|一次性验证码|一次性代码|验证代码|驗證代碼|确认代码|認證碼|认证码|识别码|授权码|授權碼|短信码|otp|访问码|恢复码|安全代码|安全代碼|重置码|邀请码|邀請碼|登录代码|登入代碼|注册码|註冊碼|临时代码|位数字|位數字|身份验证代码',
    otherCode:
      '优惠码|優惠碼|折扣码|折扣碼|促销码|兑换码|邮政编码|郵遞區號|邮编|条形码|条码|條碼|源代码|原始碼|二维码|二維碼|错误代码|錯誤代碼|追踪码|订单号|訂單編號|商品编码|预订号|推荐码|备用码|编码|行动代号',
    enter: '输入|輸入|使用|填写|填寫|粘贴|复制',
    expire: '有效|过期|過期|失效|分钟|分鐘|请勿泄露|切勿|請勿',
    number:
      '订单号|订单编号|訂單|订单|编号|編號|号码|號碼|发票号|电话|電話|手机|传真|傳真|合计|总计|總計|金额|价格|元|年|月|日|版本|参考号|工单|邮编|ip地址|ip 地址|修订',
    unasked:
      '如果您没有|如果你没有|如果不是您|如果不是你|若非|如非|没有请求|没有要求|並未|并未|未曾|不是您本人|非本人|误收|不想再|如果您並未|如果您未|如未|若您未|若您没有',
    done: '已验证|已驗證|已确认|已確認|已激活|已啟用|已成功|成功验证|已更改|已變更|已修改|已重置|已重設|验证成功|驗證成功|已添加',
  },
  ko: {
    confirm: '확인|인증|활성화|검증|승인',
    account: '이메일|메일|계정|주소|가입|등록|회원|프로필|아이디',
    password: '비밀번호|패스워드|암호',
    renew: '재설정|초기화|변경|찾기|설정|새 |잊|복구|새로운|만들기',
    signIn: '로그인',
    oneTime: '매직 링크|로그인 링크|일회용 링크|비밀번호 없이|간편 로그인',
    invite: '초대',
    accept: '수락|참여|참가|동의|합류',
    subscribe: '구독|뉴스레터|소식지|메일링|수신 동의',
    go: '클릭|링크|버튼|여기|아래|다음|누르|눌러|복사|붙여|브라우저|접속|탭하|열어',
    start: '계속|시작|완료|진행|예,|허용|가입하기|회원가입|계정 만들기|등록하기',
    undo: '구독 취소|구독취소|수신거부|수신 거부|취소|거절|거부|본인이 아닙|제가 아닙|내가 아닙|삭제|차단|신고|비활성|무시|철회|해지|탈퇴',
    manage:
      '설정 관리|환경설정|관리|도움말|고객센터|고객지원|지원|문의|개인정보|이용약관|약관|브라우저에서 보기|웹사이트|홈페이지|홈으로|블로그|자세히|더 알아보기|다운로드|자주 묻는',
    trade:
      '주문|청구서|영수증|결제|구매|배송|택배|예약|티켓|쿠폰|할인|프로모션|환불|장바구니|송장|회의',
    code: '코드|번호|핀|자리',
    secret:
      '인증 코드|인증코드|인증번호|인증 번호|확인 코드|확인코드|보안 코드|보안코드|로그인 코드|로그인코드|접속 코드|활성화 코드|일회용 코드|일회용 비밀번호|일회용 암호|임시 코드|검증 코드|패스코드|otp|자리 코드|자리 숫자|복구 코드|재설정 코드|등록 코드|초대 코드|액세스 코드|승인번호|승인 코드|본인확인 코드|가입 코드',
    otherCode:
      '쿠폰 코드|쿠폰코드|할인 코드|할인코드|프로모션 코드|우편번호|바코드|qr코드|qr 코드|소스 코드|소스코드|오류 코드|추적 코드|운송장 번호|운송장번호|주문 번호|주문번호|상품 코드|예약 번호|예약번호|전화번호|회원번호|추천 코드|계좌번호|국가 코드|고객번호|문의번호',
    enter: '입력|사용|복사|붙여넣',
    expire: '유효|만료|분 동안|분간|분 이내|공유하지|알려주지',
    number:
      '주문번호|주문 번호|번호|전화|팩스|합계|금액|가격|원|년|월|일|버전|문의번호|예약번호|사업자|ip 주소|티켓',
    unasked: '요청하지|본인이 아닌|본인이 아니|신청하지|실수로|원하지|직접 하지|시도하지',
    done: '인증되었습니다|확인되었습니다|활성화되었습니다|완료되었습니다|변경되었습니다|재설정되었습니다|추가되었습니다|인증이 완료되었|가입이 완료되',
  },
};
