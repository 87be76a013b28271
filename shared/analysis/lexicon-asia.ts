import type { Words } from './concepts.ts';

/** Hindi, Thai, Vietnamese, Indonesian, Japanese, Chinese, Korean. */
export const LEXICON_ASIA: Readonly<Record<string, Words>> = {
  hi: {
    confirm:
      'पुष्टि|सत्यापित|सत्यापन|सक्रिय|वेरिफाई|वेरिफ़ाई|प्रमाणित|कन्फर्म|पुष्ट करें|पुष्ट करने|वेरीफाई|वैरिफाई|वेरिफिकेशन|वेरिफ़िकेशन|एक्टिवेट|ऐक्टिवेट|कन्फ़र्म|प्रमाणीकरण|प्रमाणीकृत|वैलिडेट|तस्दीक|साबित कर|अनलॉक|खाता चालू|खाते को चालू|अकाउंट चालू|खाता सक्षम|खाते को सक्षम|सहमति दें|सहमति देने|मंजूरी दें|मंज़ूरी दें|स्वीकृति दें|अनुमोदित करें|अधिकृत करें|मान्य करें|जाँचें कि यह आप',
    account:
      'ईमेल|ई-मेल|खाता|खाते|अकाउंट|पता|पते|पंजीकरण|प्रोफ़ाइल|साइन अप|मेलबॉक्स|मेल बॉक्स|इनबॉक्स|प्रोफाइल|अकाउन्ट|एकाउंट|एकाउन्ट|रजिस्ट्रेशन|रजिस्टर|साइनअप|नामांकन|पहचान|यूज़र|यूजर|उपयोगकर्ता|पंजीकृत|पंजीयन|मेंबरशिप|मेम्बरशिप',
    password:
      'पासवर्ड|कूटशब्द|कूट शब्द|गुप्त शब्द|पासफ्रेज|पासफ़्रेज़|क्रेडेंशियल|खाता पुनर्प्राप्त|अकाउंट रिकवर|खाता रिकवर',
    renew:
      'रीसेट|बदल|नया|भूल|बनाएं|बनाएँ|सेट|पुनर्प्राप्त|रिकवर|पुनः प्राप्त|पुनः स्थापित|पुनर्स्थापित|पुनःस्थापित|बहाल|वापस पा|नए पासवर्ड|नये पासवर्ड|खो गया|खो दिया|खोया|चुनें|चुनने|बनाने|निर्धारित|अपडेट|तय करें|याद नहीं',
    signIn: 'साइन इन|लॉग इन|लॉगिन|साइनइन|लॉगइन|लॉग ऑन|लॉगऑन|प्रवेश करें|प्रवेश करने|लाग इन|लागिन',
    oneTime:
      'मैजिक लिंक|साइन-इन लिंक|लॉगिन लिंक|एक बार उपयोग|वन-टाइम लिंक|बिना पासवर्ड|जादुई लिंक|एक्सेस लिंक|लॉग इन लिंक|एक बार इस्तेमाल|एक बार काम|एकल उपयोग|एक-क्लिक लॉग|पासवर्ड के बिना|पासवर्ड के बगैर|बगैर पासवर्ड|पासवर्ड डाले बिना|पासवर्ड रहित|अस्थायी लिंक|एक बार ही उपयोग|एक बार ही इस्तेमाल|एक बार ही काम|एक क्लिक में लॉग|एक क्लिक से लॉग|पासवर्ड की जरूरत नहीं|पासवर्ड की ज़रूरत नहीं|पासवर्ड की आवश्यकता नहीं|लॉगिन करने का लिंक|लॉगिन के लिए लिंक',
    invite:
      'आमंत्रण|आमंत्रित|निमंत्रण|न्योता|इनवाइट|इन्वाइट|इनविटेशन|आमन्त्रण|आमन्त्रित|निमन्त्रण|निमंत्रित|बुलावा|आपको जोड़ा|टीम में जोड़|समूह में जोड़|ग्रुप में जोड़|प्रोजेक्ट में जोड़|सदस्य बनाया|आपके साथ साझा|आपके साथ शेयर',
    accept:
      'स्वीकार|शामिल हों|जुड़ें|जुड़ने|जॉइन|ज्वाइन|ज्वॉइन|जुड़ जा|शामिल होने|शामिल हो जा|भाग लें|भाग लेने|सम्मिलित हो|सदस्य बनें|आमंत्रण देखें|आमंत्रण खोलें|निमंत्रण देखें|मंजूर कर|मंज़ूर कर|कबूल कर',
    subscribe:
      'सदस्यता|सब्सक्राइब|न्यूज़लेटर|न्यूज़लैटर|समाचार पत्र|मेलिंग सूची|न्यूजलेटर|न्यूजलैटर|न्यूज लेटर|समाचारपत्र|मेलिंग लिस्ट|डाक सूची|ईमेल सूची|ईमेल लिस्ट|सब्सक्रिप्शन|सब्स्क्राइब|सब्स्क्रिप्शन|बुलेटिन|डाइजेस्ट|ग्राहकी|ऑप्ट-इन|ईमेल अपडेट|अपडेट प्राप्त कर|अपडेट पाना|समाचार प्राप्त कर|प्राप्त करना चाहता|प्राप्त करना चाहती|मुझे भेजें|मुझे भेजते',
    go: 'क्लिक|लिंक|बटन|यहाँ|यहां|नीचे|कॉपी|पेस्ट|ब्राउज़र|टैप|खोलें|दबाएं|निम्न|दबाएँ|दबाकर|दबाने|ब्राउजर|यूआरएल|खोलने|पर जाएं|पर जाएँ|विज़िट|विजिट|चटका',
    start:
      'जारी रखें|शुरू|पूरा करें|समाप्त|अनुमति|साइन अप|खाता बनाएं|खाता बनाएँ|आगे बढ़|पूर्ण करें|पूर्ण करने|पूरी करें|पूरा करने|पूरी करने|एक क्लिक और|बस एक क्लिक|लगभग पूर|लगभग हो गया|बस एक कदम|एक कदम बाकी|एक कदम और|एक चरण बाकी|आखिरी कदम|आख़िरी कदम|अंतिम चरण|अंतिम कदम|रजिस्टर करें|जी हाँ|जी हां|हाँ मैं|हां मैं|हाँ, मैं|हां, मैं|हाँ, यह|हां, यह',
    undo: 'सदस्यता समाप्त|अनसब्सक्राइब|रद्द|अस्वीकार|मैं नहीं|यह मैं नहीं|हटाएं|हटाएँ|ब्लॉक|रिपोर्ट|निष्क्रिय|अनदेखा|मैंने नहीं|सदस्यता छोड़|सदस्यता रोक|अनसब्स्क्राइब|अस्वीकृत|मना करें|मना कर दें|इनकार|इंकार|ठुकरा|निरस्त|डिलीट|मिटाएं|मिटाएँ|मिटा दें|नज़रअंदाज़|नजरअंदाज|नज़रंदाज़|नजरंदाज|अनदेखी|वापस लें|नहीं, धन्यवाद|नहीं धन्यवाद|जी नहीं|नहीं चाहता|नहीं चाहती|बंद करें|डिएक्टिवेट|खाता लॉक करें',
    manage:
      'सेटिंग|प्राथमिकता|प्रबंध|सहायता|मदद|संपर्क|गोपनीयता|शर्तें|ब्राउज़र में देखें|वेबसाइट|होम पेज|ब्लॉग|और जानें|डाउनलोड|हेल्प|सपोर्ट|प्राइवेसी|पॉलिसी|ऑनलाइन देखें|होमपेज|अधिक जानें|अधिक जानकारी|वरीयता|फेसबुक|फ़ेसबुक|ट्विटर|इंस्टाग्राम|यूट्यूब|फॉलो|फ़ॉलो|फीडबैक|फ़ीडबैक|सर्वे|प्रतिक्रिया दें|अक्सर पूछे|ऐप स्टोर',
    trade:
      'ऑर्डर|चालान|इनवॉइस|रसीद|भुगतान|खरीद|डिलीवरी|शिपिंग|पार्सल|बुकिंग|टिकट|कूपन|छूट|ऑफ़र|रिफंड|ऑफर|ख़रीद|डिलिवरी|शिपमेंट|रिफ़ंड|कार्ट|मीटिंग|बैठक|वेबिनार|अपॉइंटमेंट|अपॉइन्टमेंट|इवेंट|आरक्षण|उड़ान|किस्त|ईएमआई|वाउचर|वापसी राशि',
    code: 'कोड|पिन|अंकों|टोकन|अंकीय|अंको का|अक्षरों का',
    secret:
      'सत्यापन कोड|पुष्टिकरण कोड|पुष्टि कोड|सुरक्षा कोड|प्रमाणीकरण कोड|लॉगिन कोड|लॉग इन कोड|साइन-इन कोड|एक्टिवेशन कोड|ओटीपी|otp|वन-टाइम पासवर्ड|एक बार का पासवर्ड|वन-टाइम कोड|अस्थायी कोड|एक्सेस कोड|वेरिफिकेशन कोड|अंकों का कोड|पासकोड|रीसेट कोड|वेरीफिकेशन कोड|ऑथेंटिकेशन कोड|सिक्योरिटी कोड|सीक्रेट कोड|गुप्त कोड|गोपनीय कोड|प्राधिकरण कोड|रजिस्ट्रेशन कोड|पंजीकरण कोड|पुनर्प्राप्ति कोड|रिकवरी कोड|सत्यापन संख्या|वेरिफिकेशन नंबर|सुरक्षा पिन|गुप्त पिन|ओ.टी.पी|2fa कोड|वन-टाइम पिन|एकबारगी पासवर्ड|एकल-उपयोग पासवर्ड|अंकीय कोड|दो-चरणीय कोड|टू-फैक्टर कोड',
    otherCode:
      'कूपन कोड|डिस्काउंट कोड|प्रोमो कोड|पिनकोड|पोस्टल कोड|डाक कोड|क्यूआर कोड|बारकोड|सोर्स कोड|ट्रैकिंग कोड|त्रुटि कोड|रेफरल कोड|प्रोमोकोड|प्रोमोशन कोड|प्रमोशन कोड|गिफ्ट कोड|गिफ़्ट कोड|उपहार कोड|बार कोड|qr कोड|देश कोड|कंट्री कोड|एरिया कोड|आईएफएससी कोड|ifsc कोड|hsn कोड|एचएसएन कोड|स्विफ्ट कोड|शाखा कोड|उत्पाद कोड|प्रोडक्ट कोड|ग्राहक कोड|एरर कोड|स्टेटस कोड|जिप कोड|ज़िप कोड|रेफ़रल कोड|बैकअप कोड|डाक पिन|मीटिंग आईडी|मीटिंग id|मीटिंग पासवर्ड',
    enter:
      'दर्ज|डालें|उपयोग करें|लिखें|कॉपी|टाइप|भरें|प्रविष्ट|एंटर कर|डालिए|डालकर|पेस्ट|इस्तेमाल करें|प्रयोग करें|लिखकर',
    expire:
      'समाप्त हो|मान्य|वैध|मिनट|साझा न करें|शेयर न करें|एक्सपायर|खत्म हो|ख़त्म हो|समय सीमा|समयसीमा|मिनिट|घंटे तक|घंटों तक|न बताएं|न बताएँ|किसी को न|किसी के साथ साझा|गोपनीय रख|गुप्त रख',
    number:
      'ऑर्डर|संख्या|नंबर|चालान|संदर्भ|फ़ोन|फोन|मोबाइल|कॉल|कुल|राशि|मूल्य|टिकट|संस्करण|आईडी|क्रमांक|ग्राहक|अनुबंध|शिकायत|पीएनआर|pnr|gstin|जीएसटी|टोल फ्री|हेल्पलाइन|फैक्स|फ़ैक्स|रसीद|बुकिंग|आईपी|लेनदेन|लेन-देन|दिनांक|वर्ष|रुपये|रुपए|एक्सटेंशन|पिन कोड|पिनकोड',
    unasked:
      'यदि आपने|अगर आपने|अनुरोध नहीं|आप नहीं|आपने नहीं|गलती से|नहीं चाहते|ग़लती से|भूलवश|अनदेखा कर|नजरअंदाज कर|नज़रअंदाज़ कर|नज़रंदाज़ कर',
    done: 'सत्यापित हो गया|सत्यापित कर दिया|पुष्टि हो गई|सक्रिय हो गया|बदल दिया गया|बदल गया|बदला गया|सफलतापूर्वक सत्यापित|सफलतापूर्वक बदल|सफलतापूर्वक सक्रिय|सफलतापूर्वक अपडेट|सफलतापूर्वक रीसेट|सफलतापूर्वक पुष्टि|सफलतापूर्वक सब्सक्राइब',
    filler: 'पता लगा|पता चल|पता करें|पता नहीं|प्रोटोकॉल|बिल्कुल|बिलकुल',
  },
  th: {
    confirm:
      'ยืนยัน|เปิดใช้งาน|ตรวจสอบอีเมล|ตรวจสอบที่อยู่อีเมล|ตรวจสอบตัวตน|ตรวจสอบความถูกต้อง|ตรวจสอบสิทธิ์|การตรวจสอบบัญชี|พิสูจน์ตัวตน|พิสูจน์ว่า|รับรองความถูกต้อง|รับรองอีเมล|เปิดการใช้งาน|เปิดใช้บัญชี|เปิดใช้อีเมล|แอคทิเวท|แอคทีเวท|แอคติเวท|แอ็กทิเวต|ปลดล็อกบัญชี|ปลดล็อคบัญชี|อนุมัติการเข้าสู่ระบบ|อนุมัติคำขอ|อนุมัติอุปกรณ์|ให้ความยินยอม|ยินยอมรับ|คอนเฟิร์ม',
    account:
      'อีเมล|บัญชี|ที่อยู่|สมัคร|ลงทะเบียน|โปรไฟล์|ตัวตน|สมาชิก|อิเมล|กล่องจดหมาย|กล่องข้อความ|กล่องขาเข้า|จดหมายอิเล็กทรอนิกส์|ไปรษณีย์อิเล็กทรอนิกส์|ผู้ใช้|แอคเคาท์|แอคเคานต์|แอ็กเคานต์|เมลบ็อกซ์|อินบ็อกซ์',
    password: 'รหัสผ่าน|พาสเวิร์ด|พาสเวิด|พาสเวอร์ด|รหัสเข้าใช้|กู้คืนบัญชี|กู้บัญชี|กู้คืนการเข้าถึง',
    renew:
      'รีเซ็ต|ตั้งใหม่|เปลี่ยน|ลืม|ตั้งรหัส|ใหม่|กู้คืน|สร้าง|รีเซต|กำหนดรหัส|แก้ไข|เลือกรหัส|กู้รหัส|กู้บัญชี|ขอรหัส|จำรหัสผ่านไม่|ตั้งพาส|ทำหาย',
    signIn:
      'เข้าสู่ระบบ|ลงชื่อเข้า|ล็อกอิน|ลงชื่อเข้าใช้|ล็อคอิน|ล๊อกอิน|ล๊อคอิน|ลอกอิน|ล็อกออน|ไซน์อิน|เข้าใช้งาน|เข้าระบบ|เข้าสู่บัญชี|เข้าบัญชี',
    oneTime:
      'ลิงก์วิเศษ|เมจิกลิงก์|ลิงก์เข้าสู่ระบบ|ใช้ครั้งเดียว|ไม่ต้องใช้รหัสผ่าน|ลิงก์สำหรับเข้าสู่ระบบ|แมจิกลิงก์|เมจิคลิงก์|เมจิกลิงค์|ลิงก์เวทมนตร์|ลิงก์มหัศจรรย์|ลิงก์ล็อกอิน|ลิงค์ล็อกอิน|ลิงค์เข้าสู่ระบบ|ลิงค์สำหรับเข้าสู่ระบบ|ลิงก์เพื่อเข้าสู่ระบบ|ลิงก์ลงชื่อเข้า|ลิงก์สำหรับลงชื่อเข้า|ลิงก์การลงชื่อเข้า|ลิงก์เข้าใช้งาน|ลิงก์เข้าระบบ|ใช้ได้ครั้งเดียว|ใช้ได้เพียงครั้งเดียว|ใช้ได้แค่ครั้งเดียว|ใช้งานได้ครั้งเดียว|ใช้งานได้เพียงครั้งเดียว|ใช้งานได้แค่ครั้งเดียว|ใช้ได้เพียง 1 ครั้ง|ใช้งานได้เพียง 1 ครั้ง|ใช้ได้ 1 ครั้ง|โดยไม่ใช้รหัสผ่าน|ไม่ต้องใส่รหัสผ่าน|ไม่ต้องกรอกรหัสผ่าน|ไม่ต้องป้อนรหัสผ่าน|ไม่ต้องจำรหัสผ่าน|ไม่ต้องมีรหัสผ่าน|ไร้รหัสผ่าน|เข้าสู่ระบบด้วยคลิกเดียว|เข้าสู่ระบบในคลิกเดียว|คลิกเดียวเพื่อเข้า|ลิงก์ชั่วคราว|ลิงค์ชั่วคราว',
    invite:
      'เชิญ|ชวนคุณ|ถูกชวน|คำชวน|เพิ่มคุณใน|เพิ่มคุณเข้า|เพิ่มคุณเป็น|เพิ่มคุณลง|แชร์กับคุณ|แชร์ให้คุณ|แบ่งปันกับคุณ|ต้องการให้คุณเข้าร่วม|อยากให้คุณเข้าร่วม|อยากให้คุณร่วม',
    accept:
      'ยอมรับ|ตอบรับ|เข้าร่วม|รับคำเชิญ|รับเชิญ|ร่วมทีม|เข้าทีม|เข้ากลุ่ม|ร่วมกลุ่ม|ดูคำเชิญ|เปิดคำเชิญ|ร่วมเป็นส่วนหนึ่ง|ร่วมเป็นสมาชิก|จอยน์',
    subscribe:
      'สมัครรับ|จดหมายข่าว|ข่าวสาร|รับข่าว|สมัครสมาชิกจดหมาย|ติดตามข่าว|รายชื่อผู้รับ|รายชื่ออีเมล|รายชื่อส่งเมล|รายการส่งเมล|รายชื่อรับจดหมาย|เมลลิสต์|เมลลิ่งลิสต์|เมลลิงลิสต์|เมลิงลิสต์|นิวส์เลตเตอร์|นิวสเลตเตอร์|นิวส์เล็ตเตอร์|จดหมายเวียน|บอกรับ|รับอัปเดต|รับอัพเดต|รับอัพเดท|อัปเดตทางอีเมล|รับอีเมลจาก|รับข้อมูลทางอีเมล|รับข้อเสนอทางอีเมล|ส่งข่าวให้',
    go: 'คลิก|กด|ลิงก์|ลิงค์|ปุ่ม|ที่นี่|ด้านล่าง|ต่อไปนี้|คัดลอก|วาง|เบราว์เซอร์|แตะ|เปิด|บราวเซอร์|เบราเซอร์|ยูอาร์แอล|ไปที่|จิ้ม|ก๊อปปี้|ก็อปปี้|เยี่ยมชม|ข้างล่าง',
    start:
      'ดำเนินการต่อ|เริ่มต้น|เริ่ม|เสร็จสิ้น|ใช่|อนุญาต|ไปต่อ|ลงทะเบียน|สร้างบัญชี|สมัครสมาชิก|อีกขั้นตอนเดียว|อีกเพียงขั้นตอน|อีกหนึ่งขั้นตอน|อีกก้าวเดียว|เกือบเสร็จ|ใกล้เสร็จ|ขั้นตอนสุดท้าย|อีกคลิกเดียว|อีกนิดเดียว|ทำให้เสร็จ|ให้สมบูรณ์|เสร็จสมบูรณ์|สมัครเลย|ดำเนินการให้|ทำต่อ|ตกลง',
    undo: 'ยกเลิก|ยกเลิกการสมัคร|ปฏิเสธ|ไม่ใช่ฉัน|ลบ|บล็อก|รายงาน|ปิดใช้งาน|เพิกเฉย|ละเว้น|ไม่ใช่ตัวฉัน|ไม่ใช่ผม|ไม่ใช่ดิฉัน|เลิกรับ|หยุดรับ|เลิกติดตาม|ไม่รับข่าว|ไม่ยอมรับ|ไม่อนุญาต|ไม่ ขอบคุณ|ถอนตัว|ถอนความยินยอม|เพิกถอน|ปิดบัญชี|มองข้าม|ไม่สนใจ|ล็อกบัญชีของฉัน|ล็อคบัญชีของฉัน|ไม่เห็นด้วย|ทิ้งอีเมล',
    manage:
      'การตั้งค่า|ตั้งค่า|จัดการ|ช่วยเหลือ|สนับสนุน|ติดต่อ|ความเป็นส่วนตัว|ข้อกำหนด|เงื่อนไข|ดูในเบราว์เซอร์|เว็บไซต์|หน้าแรก|บล็อก|เรียนรู้เพิ่มเติม|ดาวน์โหลด|นโยบาย|ข้อมูลเพิ่มเติม|อ่านเพิ่มเติม|ดูเพิ่มเติม|อ่านต่อ|คำถามที่พบบ่อย|ดูออนไลน์|เวอร์ชันเว็บ|เปิดในเบราว์เซอร์|เกี่ยวกับเรา|ติดตามเรา|แบบสำรวจ|แบบสอบถาม|ความคิดเห็น|เฟซบุ๊ก|เฟสบุ๊ค|ยูทูบ|อินสตาแกรม|แอปสโตร์|ฟอรัม|ฟอรั่ม|ค่ากำหนด|หน้าหลัก',
    trade:
      'คำสั่งซื้อ|ใบแจ้งหนี้|ใบเสร็จ|ชำระเงิน|ซื้อ|จัดส่ง|พัสดุ|การจอง|ตั๋ว|คูปอง|ส่วนลด|โปรโมชั่น|คืนเงิน|ออเดอร์|ออร์เดอร์|ใบกำกับภาษี|ค่าบริการ|ประชุม|นัดหมาย|สัมมนา|เว็บบินาร์|เว็บินาร์|อีเวนต์|อีเวนท์|เที่ยวบิน|โรงแรม|ตะกร้า|จ่ายเงิน|โปรโมชัน|ลดราคา|ส่งสินค้า|บัตรกำนัล|เวาเชอร์|วอเชอร์|ขนส่ง|เช็คเอาท์',
    code: 'รหัส|โค้ด|4 หลัก|5 หลัก|6 หลัก|7 หลัก|8 หลัก|สี่หลัก|หกหลัก|แปดหลัก|โทเค็น|โทเคน|เลขพิน|ตัวเลขด้านล่าง|ตัวเลขต่อไปนี้|ตัวเลขนี้|ชุดตัวเลข|ตัวเลข 6|ตัวเลข 4',
    secret:
      'รหัสยืนยัน|รหัสการยืนยัน|รหัสความปลอดภัย|รหัสตรวจสอบ|รหัสเข้าสู่ระบบ|รหัสเปิดใช้งาน|รหัสผ่านครั้งเดียว|รหัสแบบใช้ครั้งเดียว|รหัสใช้ครั้งเดียว|รหัสผ่านแบบใช้ครั้งเดียว|รหัสชั่วคราว|รหัส otp|otp|โอทีพี|รหัสพิน|รหัสลับ|รหัสกู้คืน|รหัสสำหรับยืนยัน|รหัสของคุณ|รหัสรีเซ็ต|รหัสรักษาความปลอดภัย|รหัสเพื่อความปลอดภัย|รหัสการตรวจสอบ|รหัสผ่านที่ใช้ครั้งเดียว|รหัสผ่านที่ใช้ได้ครั้งเดียว|รหัสผ่านแบบครั้งเดียว|รหัสครั้งเดียว|รหัสแบบครั้งเดียว|พาสโค้ด|รหัสลงทะเบียน|รหัสสมัครสมาชิก|รหัสปลดล็อก|รหัสปลดล็อค|รหัสการกู้คืน|รหัสตั้งรหัสผ่าน|รหัสสำหรับตั้งรหัสผ่าน|รหัสสำหรับรีเซ็ต|รหัส pin|รหัส 2fa|รหัสสองขั้นตอน|รหัส 4 หลัก|รหัส 5 หลัก|รหัส 6 หลัก|รหัส 8 หลัก|รหัสหกหลัก|รหัสสี่หลัก',
    otherCode:
      'รหัสส่วนลด|โค้ดส่วนลด|รหัสคูปอง|รหัสไปรษณีย์|บาร์โค้ด|คิวอาร์โค้ด|รหัสสินค้า|รหัสข้อผิดพลาด|รหัสติดตาม|รหัสการจอง|รหัสโปรโมชั่น|รหัสลูกค้า|รหัสโปรโมท|โค้ดลด|โค้ดส่งฟรี|โค้ดแนะนำ|รหัสของขวัญ|รหัสแนะนำ|รหัสผู้แนะนำ|รหัสชวนเพื่อน|รหัสจอง|รหัสยืนยันการจอง|หมายเลขยืนยันการจอง|เลขพัสดุ|รหัสประเทศ|รหัสพื้นที่|รหัสนักศึกษา|รหัสนักเรียน|รหัสพนักงาน|รหัสสมาชิก|รหัสสาขา|รหัสธนาคาร|รหัสวิชา|หมายเลขการประชุม|ไอดีการประชุม|id การประชุม|qr โค้ด|qr code|ซอร์สโค้ด|รหัสต้นฉบับ|รหัสสถานะ|รหัสสี|รหัสสำรอง|รหัสบริษัท',
    enter: 'กรอก|ป้อน|ใส่|คัดลอก|พิมพ์|ระบุ|ก๊อปปี้|ใช้รหัส|ใช้โค้ด|ใช้ตัวเลข|นำรหัส|ใช้หมายเลข',
    expire:
      'หมดอายุ|ใช้ได้|นาที|ห้ามเปิดเผย|อย่าเปิดเผย|อย่าแชร์|มีอายุ|อายุการใช้งาน|หมดเวลา|สิ้นสุดอายุ|ใช้งานไม่ได้|จะใช้ไม่ได้|มีผลภายใน|มีผลจนถึง|ห้ามบอก|อย่าบอก|ห้ามแชร์|ห้ามส่งต่อ|อย่าส่งต่อ|ห้ามให้รหัส|อย่าให้รหัส|ไม่เปิดเผย|เก็บเป็นความลับ|เก็บรหัส',
    number:
      'คำสั่งซื้อ|หมายเลข|เลขที่|ใบแจ้งหนี้|อ้างอิง|โทร|แฟกซ์|รวม|ยอด|ราคา|เวอร์ชัน|ปี|เบอร์|มือถือ|เลขประจำตัว|เลขผู้เสียภาษี|เลขบัญชี|เลขพัสดุ|บาท|พ.ศ.|ธุรกรรม|การจอง|ทะเบียน|ไอพี|ที่อยู่ ip|กรุงเทพ|จังหวัด|รหัสไปรษณีย์|สายด่วน|คอลเซ็นเตอร์|เลขคดี|เคส|ไอดีไลน์',
    unasked:
      'หากคุณไม่ได้|ถ้าคุณไม่ได้|ไม่ได้ร้องขอ|ไม่ได้ขอ|ไม่ใช่คุณ|โดยไม่ได้ตั้งใจ|ไม่ต้องการ|ไม่ได้เป็นผู้|หากท่านไม่ได้|ถ้าท่านไม่ได้|หากคุณไม่เคย|หากไม่ได้|ถ้าไม่ได้|หากไม่ใช่|ถ้าไม่ใช่|ไม่ใช่ท่าน|ไม่ได้สมัคร|ไม่ได้ทำรายการ|ไม่ได้เป็นคน|ไม่ได้ส่งคำขอ|ไม่ได้พยายาม|ไม่ได้ลงทะเบียน|ไม่ได้ดำเนินการ|มิได้|มีคนอื่นใช้|มีผู้อื่นใช้|มีบุคคลอื่น|คนอื่นกรอก|ผู้อื่นกรอก|โดยผิดพลาด|โดยความผิดพลาด|ความเข้าใจผิด|ไม่ต้องสนใจ|ไม่ต้องดำเนินการ|ไม่ต้องทำอะไร|เพิกเฉยต่ออีเมล|ละเว้นอีเมล|ไม่สนใจอีเมล|ข้ามอีเมลนี้|ลบอีเมลนี้|ไม่ทราบเรื่อง|ไม่รู้จัก',
    done: 'ได้รับการยืนยันแล้ว|เปิดใช้งานแล้ว|เปลี่ยนแล้ว|ถูกเปลี่ยน|ถูกยืนยันแล้ว|ยืนยันอีเมลแล้ว|ยืนยันบัญชีแล้ว|ยืนยันเรียบร้อย|ยืนยันอีเมลเรียบร้อย|ยืนยันตัวตนเรียบร้อย|ยืนยันสำเร็จ|ยืนยันอีเมลสำเร็จ|ยืนยันตัวตนสำเร็จ|เปิดใช้งานเรียบร้อย|เปิดใช้งานสำเร็จ|เปลี่ยนเรียบร้อย|เปลี่ยนรหัสผ่านเรียบร้อย|เปลี่ยนรหัสผ่านสำเร็จ|เปลี่ยนสำเร็จ|รีเซ็ตเรียบร้อย|รีเซ็ตสำเร็จ|อัปเดตเรียบร้อย|ได้เปลี่ยนรหัสผ่าน|เปลี่ยนรหัสผ่านแล้ว|ขอบคุณที่ยืนยัน|ขอบคุณสำหรับการยืนยัน|สมัครรับข่าวสารเรียบร้อย|ใช้งานได้แล้ว',
    filler: 'ข้อตกลง|ไม่ใช่|วางใจ|วางแผน|กดดัน|ตรวจสอบกิจกรรม',
  },
  vi: {
    confirm:
      'xac nhan|xac minh|xac thuc|kich hoat|chung thuc|kiem chung|bat tai khoan|dung la ban|chinh la ban|dinh danh|kiem tra danh tinh|chung minh danh tinh|chung minh rang ban|chung minh ban la|mo khoa tai khoan|phe duyet dang nhap|phe duyet yeu cau|phe duyet thiet bi|cho phep dang nhap|hoan tat dang ky|hoan thanh dang ky',
    account:
      'email|thu dien tu|tai khoan|dia chi|dang ky|ho so|mail|hop thu|hom thu|dang ki|ghi danh|thanh vien|hoi vien|nguoi dung|danh tinh',
    password: 'mat khau|mat ma|password|pass word|khoi phuc tai khoan|lay lai tai khoan',
    renew:
      'dat lai|doi|thay doi|khoi phuc|quen|thiet lap|tao|cap nhat|lay lai|dat moi|lam moi|phuc hoi|chon|chinh sua|cap lai|reset|bi mat|mat khau moi',
    signIn: 'dang nhap|log in|login',
    oneTime:
      'lien ket dang nhap|lien ket ma thuat|lien ket ky dieu|dung mot lan|su dung mot lan|khong can mat khau|dang nhap mot lan|link dang nhap|link truy cap|magic link|dung 1 lan|khong mat khau|duong dan dang nhap|lien ket truy cap|lien ket than ky|lien ket mau nhiem|lien ket than ki|lien ket mot lan|lien ket tam thoi|dung duoc mot lan|dung duoc 1 lan|khong dung mat khau|dang nhap khong can|dang nhap 1 cham|dang nhap mot cham|dang nhap tuc thi',
    invite:
      'loi moi|moi ban|duoc moi|da moi|moi tham gia|moi vao nhom|da them ban|them ban vao|them ban lam|muon moi|ru ban|duoc them vao nhom|chia se voi ban|muon ban tham gia',
    accept:
      'chap nhan|tham gia|dong y|gia nhap|nhan loi moi|xem loi moi|mo loi moi|vao nhom|chap thuan|tra loi loi moi|tro thanh thanh vien',
    subscribe:
      'ban tin|dang ky nhan|nhan tin|thu tin|dang ki nhan|dang ky email|nhan cap nhat|nhan email tu|nhan thu tu|diem tin|tap san|danh sach thu|danh sach nhan|danh sach email|toi muon nhan|dong y nhan|newsletter|mailing list|theo doi blog|dang ky theo doi|thong tin cap nhat|tin tuc qua email|danh sach gui thu|danh sach nguoi nhan|theo doi qua email',
    go: 'nhap vao|bam vao|nhan vao|nhap chuot|bam|nhan nut|lien ket|duong dan|duong link|link|nut|tai day|vao day|duoi day|sau day|ben duoi|sao chep|dan|trinh duyet|mo|cham vao|an vao|kich vao|nhap chon|click|url|truy cap|chep|o duoi|phia duoi',
    start:
      'tiep tuc|bat dau|hoan tat|hoan thanh|cho phep|dang ky ngay|tao tai khoan|them mot buoc|con mot buoc|con 1 buoc|mot buoc nua|buoc cuoi|sap xong|gan xong|khoi dau|thuc hien tiep|dung vay|tiep theo|hoan thien|kich hoat ngay|mot cu nhap nua|mot lan nhap nua|ket thuc dang ky',
    undo: 'huy|huy dang ky|tu choi|khong phai toi|khong phai la toi|xoa|bao cao|vo hieu hoa|bo qua|go bo|khong phai minh|khong, cam on|khong cam on|ngung nhan|ngung dang ky|dung nhan tin|bo theo doi|thoi theo doi|thu hoi|rut lai|khuoc tu|to cao|khieu nai|khong dong y|khong chap nhan|khong muon nhan|phot lo|tu bo|roi khoi|chan tai khoan|chan email|chan nguoi|chan dia chi|chan dang nhap|chan truy cap|ngung kich hoat|phan doi',
    manage:
      'cai dat|tuy chon|quan ly|tro giup|ho tro|lien he|quyen rieng tu|dieu khoan|xem tren trinh duyet|trang web|website|trang chu|blog|tim hieu them|tai xuong|chinh sach|dieu kien|khao sat|gop y|phan hoi|doc them|xem them|chi tiet|dien dan|facebook|tuy chinh',
    trade:
      'don hang|hoa don|bien lai|thanh toan|mua|giao hang|van chuyen|buu kien|dat cho|phieu giam gia|giam gia|khuyen mai|uu dai|hoan tien|gio hang|dat hang|dat phong|dat ban|dat ve|ve tau|chuyen bay|cuoc hop|lich hen|cuoc hen|lich hop|su kien|hoi thao|hoi nghi|voucher|coupon|flash sale|van don|bao gia|bien nhan|sao ke|goi hang|kien hang|cuoc phi',
    code: 'ma so|ma cua ban|chu so|ma pin|ma nay|ma duoi day|nhap ma|ma sau|ma tren|ma ben duoi|ma ben tren|ma duoc gui|ma gom|ma code|dien ma|go ma|dung ma|day so|ky tu|cac so sau|4 so|5 so|6 so|8 so|sau so|bon so|token',
    secret:
      'ma xac nhan|ma xac minh|ma xac thuc|ma bao mat|ma dang nhap|ma kich hoat|ma otp|otp|ma dung mot lan|ma su dung mot lan|mat khau mot lan|mat khau dung mot lan|ma tam thoi|ma truy cap|ma khoi phuc|ma dat lai|ma gom|ma pin|ma kiem tra|ma 2fa|ma passcode|ma token',
    otherCode:
      'ma giam gia|ma khuyen mai|ma uu dai|ma buu chinh|ma vach|ma nguon|ma qr|ma loi|ma van don|ma don hang|ma san pham|ma khach hang|ma dat cho|ma gioi thieu|ma bưu dien|ma voucher|ma coupon|ma thuong|ma zip|zip code|ma vung|ma ve|ma lop|ma phieu|ma swift|id hop|ma hang|ma sku|ma mau|ma freeship',
    enter:
      'nhap|su dung|sao chep|go vao|dien vao|cung cap|copy|paste|danh vao|dien ma|dien so|dan ma|go ma|dan vao',
    expire:
      'het han|hieu luc|co hieu luc|phut|khong chia se|dung chia se|het gio|trong vong|tuyet doi khong|khong cung cap ma|voi bat ky ai|cho bat ky ai',
    number:
      'don hang|so|ma don hang|hoa don|tham chieu|dien thoai|dt|goi|fax|tong|so tien|gia|phien ban|hotline|sdt|stk|cmnd|cccd|mst|ma giao dich|ma don|ma kh|di dong|may le|zalo|vnd|ngay|thang|hop dong|van don',
    unasked:
      'neu khong phai|khong yeu cau|khong phai ban|khong thuc hien|nham lan|khong muon|neu day khong phai|bo qua thu nay|hay bo qua|gui nham|do nham|vo tinh',
    done: 'da duoc xac nhan|da duoc xac minh|da duoc kich hoat|da xac nhan|da duoc thay doi|da thay doi|da duoc dat lai',
  },
  id: {
    confirm:
      'konfirmasi*|verifikasi*|aktifkan|aktivasi*|mengaktifkan|memverifikasi|mengonfirmasi|mengkonfirmasi|validasi*|sahkan|pengesahan|mengesahkan|buktikan*|membuktikan|setujui|otorisasi*|mengotorisasi|autentikasi*|otentikasi*|pengaktifan|mengaktivasi|memvalidasi|buka kunci akun*|membuka kunci akun*|buka blokir akun*|nyahkunci akaun|buka kunci akaun|dayakan akaun|hidupkan akun|pengkonfirmasian|pengonfirmasian|beri persetujuan|berikan persetujuan|menyelesaikan pendaftaran|selesaikan pendaftaran|lengkapi pendaftaran|melengkapi pendaftaran|selesaikan registrasi|menyelesaikan registrasi',
    account:
      'email|e mail|surel|akun|akaun|alamat|pendaftaran|registrasi|profil|keanggotaan|e mel|emel|alamatnya|peti masuk|kotak masuk|kotak surat|pos el|posel|surat elektronik|emailmu|emailnya|pengguna|identitas|identiti|keahlian|mendaftar*|jati diri',
    password:
      'kata sandi|katasandi|sandi|kata laluan|password|sandimu|sandinya|passwordnya|passwordmu|katalaluan|kredensial*|pemulihan akun|pulihkan akun|memulihkan akun|pulihkan akaun|pemulihan akses',
    renew:
      'atur ulang|setel ulang|mengatur ulang|ubah|ganti|mengubah|mengganti|reset|baru|lupa|buat|pulihkan|pemulihan|tetapkan semula|tetapkan|menetapkan|tentukan|menentukan|setel|menyetel|mengatur|membuat|memulihkan|memperbarui|perbarui|perbaharui|memperbaharui|pilih|memilih|kehilangan|tukar|menukar|mereset|pengaturan ulang|penyetelan ulang|penetapan semula|cipta|mencipta|terlupa|dapatkan kembali|mendapatkan kembali|ditetapkan semula|diatur ulang',
    signIn: 'masuk|login|log masuk|log in|sign in|mengakses akun|akses akun',
    oneTime:
      'tautan ajaib|tautan masuk|link masuk|tautan login|sekali pakai|sekali guna|tanpa kata sandi|pautan ajaib|tautan sihir|link ajaib|magic link|link login|tautan log masuk|pautan log masuk|pautan masuk|tautan akses|link akses|pautan akses|tautan untuk masuk|link untuk masuk|satu kali pakai|digunakan sekali|digunakan satu kali|dipakai sekali|dipakai satu kali|berlaku sekali|berlaku satu kali|satu kali penggunaan|sekali penggunaan|login sekali klik|login satu klik|tanpa password|tanpa sandi|tanpa kata laluan|tidak perlu password|tautan sementara|link sementara|pautan sementara|login instan|masuk instan|berlaku untuk satu kali|masuk dengan satu klik|masuk dengan sekali klik|login dengan satu klik|satu klik untuk masuk|tanpa perlu kata sandi|tanpa memasukkan kata sandi|tidak perlu kata sandi|tak perlu kata sandi',
    invite:
      'undangan*|mengundang*|diundang|undang|jemputan|menjemput|ajakan|mengajak anda|mengajakmu|diajak|menambahkan anda|menambahkanmu|menambahkan kamu|menambah anda|anda ditambahkan ke|kamu ditambahkan ke|berbagi dengan anda|dibagikan dengan anda|dibagikan kepada anda|membagikan kepada anda|dikongsi dengan anda|berkongsi dengan anda|ingin anda bergabung|mahu anda menyertai|dijemput|undanglah|anda telah ditambahkan ke|kamu telah ditambahkan ke',
    accept:
      'terima|menerima|bergabung|gabung|sertai|ikut serta|menyertai|bergabunglah|gabunglah|lihat undangan|melihat undangan|buka undangan|tanggapi undangan|lihat jemputan|jadi anggota tim|masuk ke tim',
    subscribe:
      'langganan*|berlangganan|buletin|newsletter|milis|langgan|melanggan|langgani|daftar email|daftar surel|daftar surat*|daftar kirim*|daftar penerima|daftar distribusi|senarai mel|senarai e mel|senarai penerima|surat berita|nawala|warta berkala|warkat|surat edaran|kabar terbaru|kabar berkala|pembaruan lewat email|pembaruan via email|menerima email dari|menerima kabar|kirimi saya|kirimkan saya|saya ingin menerima|saya mau menerima|ya, kirim*|ringkasan mingguan|intisari',
    go: 'klik|tautan|link|pautan|tombol|butang|di sini|disini|berikut|di bawah|salin*|tempel*|peramban|browser|buka|ketuk|kunjungi|mengeklik|mengklik|menekan|tekan|menyalin|membuka|url|sini|pelayar|di atas|mengunjungi',
    start:
      'lanjutkan|melanjutkan|mulai|selesaikan|menyelesaikan|ya|izinkan|teruskan|daftar|buat akun|satu langkah lagi|tinggal selangkah|tinggal satu langkah|selangkah lagi|hampir selesai|satu klik lagi|langkah terakhir|sedikit lagi|lengkapi|melengkapi|rampungkan|tuntaskan|sempurnakan|daftarkan|memulai|mulailah|lanjut|benarkan|hampir siap|cipta akaun|buat akaun',
    undo: 'berhenti berlangganan|batal*|membatalkan|tolak|menolak|cabut|bukan saya|hapus|blokir|laporkan|nonaktifkan|abaikan|bukan aku|bukan gue|tidak, terima kasih|tidak terima kasih|tak, terima kasih|berhenti langganan|berhenti menerima|stop langganan|hentikan|menghapus|pembatalan|tidak setuju|tidak mau|nyahlanggan|berhenti melanggan|padam|sekat|lapor|nyahaktif*|sanggah|tarik kembali|menarik kembali|keluar dari daftar|buang',
    manage:
      'pengaturan|preferensi|kelola|bantuan|dukungan|hubungi|kontak|privasi|ketentuan|syarat|lihat di browser|situs|situs web|beranda|blog|selengkapnya|pelajari lebih|unduh|kebijakan|layanan pelanggan|ikuti kami|tentang kami|survei|ulasan|versi web|lihat online|laman utama|laman web|tetapan|urus|muat turun|ketahui lebih|baca lebih|forum|pertanyaan umum|setelan|khidmat pelanggan|sokongan|terma',
    trade:
      'pesanan*|faktur*|tagihan*|kuitansi|pembayaran|bayar|pembelian|beli|pengiriman|paket|reservasi|pemesanan|tiket*|kupon*|diskon*|promo*|penawaran|pengembalian|keranjang|invois*|resit*|struk|janji temu|temu janji|rapat|mesyuarat|acara|seminar|webinar|jadwal|penerbangan|hotel|belanja*|tempahan*|penghantaran|bungkusan|baucar*|ongkir|resi|checkout|voucher*|cicilan|angsuran',
    code: 'kode|kod|pin|digit|kodenya|kodemu|kodnya|4 angka|5 angka|6 angka|8 angka|enam angka|empat angka|angka berikut|angka ini|angka di bawah|deretan angka|rangkaian angka|token',
    secret:
      'kode verifikasi|kode konfirmasi|kode keamanan|kode autentikasi|kode otentikasi|kode akses|kode aktivasi|kode masuk|kode login|kode otp|otp|kode sekali pakai|kata sandi sekali pakai|kode sementara|kode pin|kode pemulihan|kode pendaftaran|kode registrasi|kod pengesahan|kod keselamatan|kode rahasia|digit kode|kode undangan|kode reset|kode anda|kode autentifikasi|kode pembuktian|kode sekali|sandi sekali|pin rahasia|nomor verifikasi|angka verifikasi|kode 2fa|kode mfa|kode autentikator|kod akses*|kod sementara|kod pin|kod pemulihan|kod rahsia|kod tac|nombor tac|no tac|tac anda|nombor pengesahan|nombor pin',
    otherCode:
      'kode promo*|kode diskon|kode kupon|kode voucher|kode pos|kode batang|barcode|kode sumber|kode qr|kode error|kode kesalahan|kode pelacakan|kode produk|kode pelanggan|kode pemesanan|kode booking|kode referral|kode negara|kode voucer|kode hadiah|kode gift|kode potongan|kode cashback|kode afiliasi|kode area|kode wilayah|kode order|kode bank|kode swift|kode barang|kode kelas|kode meeting|id rapat|id meeting|meeting id|id webinar|kode warna|kode respons|kode status|kode cadangan|kode etik|kode pelacak*|kode billing|kode saham|kode karyawan|kode mahasiswa|kode anggota|kodepos|poskod|kod pos|kod diskaun|kod bar|kod qr|kod ralat|kod sumber|kod negara|kod kawasan|kod produk|kod penjejakan|token listrik',
    enter:
      'masukkan|memasukkan|gunakan|menggunakan|ketik|ketikkan|salin|tempel|isi|isikan|inputkan|input|tuliskan|tulis|menyalin|menempel|masukan|menginput|taip|taipkan|memasukan',
    expire:
      'kedaluwarsa|kadaluarsa|kadaluwarsa|berlaku|menit|jangan bagikan|jangan berikan|minit|hangus|luput|tamat tempoh|sah selama|sah sehingga|sah untuk|valid selama|jangan sebarkan|jangan membagikan|jangan memberi*|jangan beritahu*|jangan kongsi*|jangan dedahkan|jangan dibagikan|rahasiakan|rahsiakan|kepada siapa pun|kepada siapapun|kepada sesiapa',
    number:
      'pesanan|nomor|no|nombor|faktur|referensi|telepon|telp|tel|faks|hubungi|total|jumlah|harga|npwp|versi|ip|alamat ip|tiket|id transaksi|kode transaksi|resi|rekening|ktp|nik|whatsapp|rp|idr|saldo|ekstensi|faksimile|pelanggan|kontrak|kasus|pemesanan|booking|rujukan|invois|telefon|kode pos|poskod|tahun|ref|virtual account|nib|call center|talian|sambungan',
    unasked:
      'jika bukan anda|tidak meminta|tidak merasa|bukan anda|tidak sengaja|tidak ingin|tidak mengenali|tidak mengharapkan|tidak memohon|bukan kamu|seseorang mungkin|seseorang telah|salah memasukkan|salah kirim|karena kesalahan|secara keliru|tersilap|tersalah|tanpa sepengetahuan|abaikan pesan ini|abaikan saja|silakan abaikan|silahkan abaikan|mohon abaikan|sila abaikan|boleh mengabaikan',
    done: 'telah dikonfirmasi|telah diverifikasi|telah diaktifkan|sudah aktif|telah diubah|telah diganti|sudah diverifikasi|telah disahkan|berhasil diverifikasi|berhasil dikonfirmasi|berhasil diaktifkan|berhasil diubah|berhasil diganti|berhasil diperbarui|berhasil direset|berhasil ditambahkan|berhasil divalidasi|berhasil mengonfirmasi|berhasil memverifikasi|berhasil mengubah|berhasil mengganti|berhasil berlangganan|verifikasi berhasil|konfirmasi berhasil|aktivasi berhasil|kini aktif|sekarang aktif|telah aktif|telah diperbarui|telah direset|telah ditukar|berjaya disahkan|berjaya ditukar|berjaya diaktifkan|sudah dikonfirmasi|sudah diaktifkan|sudah diubah|sudah terverifikasi|telah terverifikasi|telah terkonfirmasi',
  },
  ja: {
    confirm:
      '確認|認証|検証|有効化|有効に|本人確認|アクティベート|承認|アクティベーション|証明して|証明する|本人である|ご本人であ|ロック解除|ロックを解除|アンロック|凍結解除|凍結を解除|アクティブ化|アクティブに|本登録|登録を完了|登録の完了|登録を確定|登録を有効|照合|オプトイン|ベリファイ|コンファーム|ログインを許可|サインインを許可|同意して登録|利用開始手続|ご入会手続|使えるように',
    account:
      'メール|メールアドレス|アカウント|登録|アドレス|会員|プロフィール|新規登録|ご登録|仮登録|本登録|ユーザー|受信箱|受信トレイ|ユーザ|利用者|入会|サインアップ',
    password:
      'パスワード|パスフレーズ|ログイン情報|アカウント復旧|アカウントの復旧|アカウントを復旧|アカウント回復|アカウントの回復|アカウントを回復|アカウントを復元|アカウントの復元|アカウントへのアクセスを回復|アカウントを取り戻',
    renew:
      '再設定|リセット|変更|設定|新しい|忘れ|復元|再発行|作成|更新|再登録|再セット|決め|選択|選んで|取り戻|紛失|思い出せ|わからなく|分からなく|リカバリ|復旧|回復|初期化|登録し直|作り直',
    signIn: 'ログイン|サインイン|ログオン|サイン・イン|サインオン|ログ・イン',
    oneTime:
      'マジックリンク|ログインリンク|サインインリンク|ワンタイムリンク|ログイン用リンク|ログイン用url|ログインurl|パスワードなし|パスワード不要|ログイン用のリンク|マジック・リンク|アクセス用リンク|アクセスリンク|アクセス用url|ログイン専用リンク|ログイン専用url|ログイン用アドレス|サインイン用リンク|サインイン用のリンク|サインイン用url|サインインurl|ログインするためのリンク|ログインのためのリンク|ログインできるリンク|ログインするためのurl|ワンタイムurl|ワンタイムログイン|ワンタイム・リンク|使い捨てリンク|使い捨てurl|使い切りリンク|一度だけ有効|1度だけ有効|一度のみ有効|1度のみ有効|一度限り有効|1度限り有効|一回限り有効|1回限り有効|1回のみ有効|一回のみ有効|1回だけ有効|一度しか使|1度しか使|1回しか使|一度だけ使|1度だけ使|1回だけ使|1回だけ利用|1回のみ利用|1回のみ使用|1回限りのリンク|一回限りのリンク|一度限りのリンク|一度だけ利用|一回だけ利用|一度のみ利用|一度のみ使用|パスワードを使わず|パスワードを入力せず|パスワードを入力しなくても|パスワードを入力することなく|パスワードレス|パスワードは不要|パスワードは必要ありません|パスワード無しで|パスワードいらず|パスワード入力不要|ワンクリックログイン|ワンクリックでログイン|ワンクリックでサインイン|ワンタップログイン|ワンタップでログイン|一時的なリンク|一時リンク|一時ログイン',
    invite:
      '招待|ご招待|お誘い|誘われ|誘ってい|お招き|招かれ|インビテーション|チームに追加|グループに追加|プロジェクトに追加|スペースに追加|メンバーに追加|メンバーとして追加|あなたを追加|あなたと共有|が共有しました|さんと共有され|参加を求め|参加をリクエスト|参加してほし|加わってほし|共同編集者|共同作業者|お席を用意',
    accept:
      '承諾|参加|受け入れ|承認|受諾|応じる|加わる|加わりませんか|加入する|入会する|招待を見る|招待を表示|招待を開く|招待状を見る|招待状を開く|メンバーになる|仲間に加|仲間入り|ジョイン|応諾|引き受け',
    subscribe:
      '購読|サブスクリプション|ニュースレター|メールマガジン|メルマガ|メーリングリスト|配信登録|読者登録|メール配信|メールニュース|ニューズレター|ニュースメール|お知らせメール|配信を希望|配信希望|配信リスト|配信を申し込|配信申込|配信に同意|受信に同意|受信を希望|受け取りを希望|お知らせを受け取|最新情報を受け取|最新情報をメール|ダイジェスト|会報|ブログ更新通知|更新通知を受|新着情報を受|情報配信',
    go: 'クリック|リンク|ボタン|こちら|ここ|下記|以下|次の|アクセス|コピー|貼り付け|ブラウザ|url|タップ|開いて|押して|上記|下の|押す|押下|お進み|ペースト|貼付|はりつけ|お開き|開く',
    start:
      '続ける|続行|開始|はじめる|始める|完了|進む|許可|手続き|登録する|新規登録|アカウントを作成|次へ|お進み|続けて|あと少し|あと一歩|あとひと息|あと1ステップ|あと一ステップ|あとワンステップ|あとワンクリック|もう少しで|残り1ステップ|最後のステップ|最後の手順|最終ステップ|登録を続け|登録を進め|今すぐ登録|使い始め|スタート|入会手続|サインアップ|はい、|はい!|はい,',
    undo: '配信停止|キャンセル|取り消|取消|拒否|辞退|却下|私ではありません|自分ではない|削除|ブロック|報告|無視|退会|心当たりのない場合|破棄|配信解除|配信を解除|購読解除|購読を解除|登録解除|登録を解除|会員解除|解除はこちら|解除手続|連携解除|連携を解除|無効化|無効にする|配信を停止|配信の停止|受信を停止|受信停止|メール停止|停止する|停止手続|利用停止|取りやめ|取り止め|中止|断る|お断り|希望しません|いいえ|私ではない|わたしではありません|本人ではありません|本人ではない|自分ではありません|アカウントをロックする|通報|受け取らない|やめる|異議',
    manage:
      '環境設定|通知設定|管理|ヘルプ|サポート|お問い合わせ|お問合せ|プライバシー|利用規約|規約|ブラウザで表示|ウェブ版|公式サイト|ホームページ|トップページ|ブログ|詳しく|詳細|もっと見る|ダウンロード|よくある質問|会社概要|個人情報|設定画面|設定変更|配信設定|メール設定|通知の設定|アカウント設定|特定商取引|運営会社|公式アプリ|アプリで開く|フォロー|フェイスブック|ツイッター|インスタグラム|アンケート|ご意見|コミュニティ|ガイド|使い方|マイページ|オンラインで表示|web版|webで見る|ウェブで見る|ブラウザで見る|ブラウザーで|ウェブサイト|サイトへ|サイトを見る|サイトはこちら|採用情報|faq|ポリシー|免責|アクティビティ|カスタマー|続きを読む|一覧を見る',
    trade:
      '注文|請求書|領収書|支払|購入|配送|発送|荷物|お届け|予約|チケット|クーポン|割引|セール|返金|カート|ご利用料金|明細|入金|お買い物|お買い上げ|納品|出荷|見積|再配達|集荷|定期便|イベント|セミナー|ウェビナー|会議|ミーティング|面接|面談|打ち合わせ|打合せ|説明会|日程|来店|来場|宿泊|フライト|航空券|旅行|診察|受診|オーダー|会計|ご請求|引き落とし|引落',
    code: 'コード|暗証|pin|桁|番号を入力|番号をご入力|番号を使|番号をお使い|次の番号|以下の番号|下記の番号|上記の番号|数字を入力|数字をご入力|次の数字|以下の数字|下記の数字|この数字|文字列を入力|次の文字列|以下の文字列|下記の文字列|合言葉|トークン|キーを入力|次のキー|以下のキー|下記のキー|キー:|ピンナンバー',
    secret:
      '認証コード|確認コード|検証コード|セキュリティコード|ログインコード|サインインコード|アクセスコード|有効化コード|アクティベーションコード|ワンタイムコード|ワンタイムパスワード|ワンタイムパスコード|ワンタイムピン|パスコード|認証番号|確認番号|暗証番号|本人確認コード|一時コード|確認キー|認証キー|otp|二段階認証コード|2段階認証コード|使い捨てコード|桁のコード|桁の数字|復旧コード|回復コード|リセットコード|登録コード|招待コード|確認用コード|認証用コード|一時的なコード|ワンタイムキー|認証用番号|認証用の番号|認証用の数字|確認用番号|確認用の番号|確認用の数字|照合番号|検証番号|検証キー|ワンタイム・パスワード|ワンタイム・コード|ワンタイムpw|ワンタイムパス|ワンタイムトークン|ワンタイム番号|ワンタイムpin|使い捨てパスワード|1回限りのパスワード|一回限りのパスワード|一度限りのパスワード|1回限りのコード|一回限りのコード|一度限りのコード|セキュリティーコード|セキュリティ・コード|セキュリティ番号|ログイン用番号|pinコード|pin コード|ピンコード|pin番号|pin 番号|シークレットコード|秘密のコード|秘密コード|認証文字列|確認文字列|認証パスワード|認証ナンバー|確認ナンバー|ベリフィケーションコード|桁コード|桁の番号|桁のpin|文字のコード|解除コード|再設定コード|再設定用コード|再設定用のコード|変更用コード|登録用コード|登録用のコード|デバイスコード|オーソリコード|2faコード|mfaコード|ワンタイム認証',
    otherCode:
      'クーポンコード|割引コード|プロモコード|プロモーションコード|キャンペーンコード|郵便番号|バーコード|qrコード|ソースコード|エラーコード|追跡番号|注文番号|商品コード|予約番号|お問い合わせ番号|伝票番号|受付番号|会員番号|電話番号|ギフトコード|優待コード|紹介コード|問い合わせ番号|予約コード|国コード|バックアップコード|整理番号|管理番号|お客様番号|請求書番号|領収書番号|口座番号|リビジョン|予約確認番号|支払確認番号|お支払い確認番号|収納機関番号|納付番号|申込番号|申込み番号|申し込み番号|受注番号|発注番号|送り状番号|追跡コード|契約番号|証券番号|顧客番号|お客さま番号|顧客コード|お客様コード|会員コード|社員コード|店舗コード|支店コード|銀行コード|金融機関コード|製品コード|品目コード|シリアルコード|シリアル番号|シリアルキー|ライセンスキー|プロダクトキー|apiキー|アクセスキー|登録番号|学籍番号|受験番号|問合せ番号|問合番号|照会番号|案件番号|ケース番号|チケット番号|当選番号|抽選番号|引換コード|引換番号|受取番号|受け取り番号|プロモ・コード|プロモーション・コード|バウチャーコード|ギフト券番号|ギフト番号|クーポン番号|カラーコード|ステータスコード|カントリーコード|エリアコード|市外局番|市町村コード|プログラムコード|コードレビュー|ドレスコード|ノーコード|ローコード|二次元コード|qr コード|予備コード|会議id|会議 id|会議番号|ミーティングid|ミーティング id|ミーティング番号|ウェビナーid|ウェビナー id|クラスコード|証券コード|銘柄コード|法人番号|マイナンバー',
    enter:
      '入力|ご入力|使用|コピー|お使い|貼り付け|打ち込|記入|ペースト|貼付|入れてください|お入れ',
    expire:
      '有効期限|有効です|期限|分間|分以内|以内|共有しない|教えない|失効|無効になり|無効となり|使えなくな|使用できなくな|有効時間|まで有効|時間有効|分有効|他人に|他の人に|他の方に|お教えにならない|伝えないで|口外|秒間',
    number:
      '注文番号|注文|番号|お問い合わせ番号|電話|tel|fax|ファックス|合計|金額|価格|円|年|月|日|版|バージョン|郵便番号|会員番号|〒|ipアドレス|チケット|リビジョン|請求|受付|伝票|契約|品番|型番|内線|携帯|フリーダイヤル|ファクス|会員id|ユーザーid|お客様id|会議id|ミーティングid|支店|丁目|番地|税込|税抜|総額|小計|手数料|整理|ナンバー|口座|カード|取引|no.|参照|℡|ip アドレス',
    unasked:
      '心当たり|お心当たり|覚えのない|覚えがない|身に覚え|依頼していない|リクエストしていない|要求していない|あなたでない|ご本人でない|誤って|希望しない|お求めでない|不要な場合|依頼されていない|請求していない|リクエストされていない|リクエストした覚え|登録した覚え|申し込んだ覚え|請求した覚え|依頼した覚え|申請していない|申し込んでいない|操作していない|送信していない場合|行っていない場合|行っていないのに|実行していない|手続きをしていない|手続きしていない|お手続きをされていない|ご自身でない|ご自分でない|ご自身ではない|ご自身によるものでない|あなたではない|あなたではありません|ご本人様でない|ご本人ではない|ご本人によるものでない|第三者が誤|第三者があなた|他の方が|別の方が|別の人が|間違って|間違えて|誤送信|手違い|メールを無視|メールは無視|メッセージを無視|無視して|破棄して|破棄くだ|破棄願|破棄をお願|メールを削除|メールは削除|読み捨て|読み飛ばし|対応は不要|対応は必要ありません|何もする必要は|何も行う必要は|操作は必要ありません|ご放念|無関係',
    done: '確認されました|認証されました|有効になりました|変更されました|変更いたしました|追加されました|承認されました|確認が完了しました|確認が完了いたしました|確認が完了致しました|認証が完了しました|認証が完了いたしました|認証が完了致しました|認証に成功|本登録が完了しました|本登録が完了いたしました|本登録が完了致しました|本会員登録が完了|変更が完了しました|変更が完了いたしました|変更が完了致しました|変更しました|変更を完了しました|再設定が完了しました|再設定が完了いたしました|再設定されました|再設定しました|リセットされました|リセットしました|更新されました|更新しました|有効化されました|有効化が完了しました|有効化しました|確認済みです|認証済みです|登録済みです|配信登録が完了しました|購読が完了しました|購読登録が完了|解除されました|解除しました|確認ありがとうござい|登録が確認され',
    filler:
      'レコード|エンコード|デコード|コードレス|アコード|詳細を確認|詳細をご確認|内容を確認|内容をご確認|確認いただけます|確認頂けます|確認できます|確認することができ|認証機関|認証局|認証取得|検証結果|履歴を確認|アクティビティを確認|結果を確認|最新情報を確認|最新情報をご確認|こちらからご確認|こちらでご確認|空き状況を確認|残高を確認',
  },
  zh: {
    confirm:
      '验证|確認|确认|驗證|激活|啟用|启用|核实|認證|认证|校验|激活码|開通|开通|完成注册|激活帐号|核验|核驗|核實|校驗|查证|查證|啓用|证明是您|證明是您|证明是你|證明是你|证明您|證明您|证明身份|證明身分|證明身份|确定是您|確定是您|是您本人在|解锁账|解鎖帳|解锁帐|解鎖賬|解锁您的|解鎖您的|解除锁定|解除鎖定|批准登录|批准登入|授权登录|授權登入|授权此次|授權此次|允许登录|允許登入|同意接收|完成註冊|完成登记|完成登記|绑定邮箱|綁定郵箱|綁定信箱|绑定电子|綁定電子|启动账|啟動帳|啟動賬|启动帐|启动您的账|啟動您的帳|啟動您的賬|啟動你的帳|开启账户|開啟帳戶|完成开户|批准登錄|授權登錄|允許登錄|啓動賬|啓動帳|啓動您的賬|開啟賬戶|開啓賬户|完成開戶|完成開户|证明身分|授权登入|允许登入|绑定信箱|启动您的帐|启动你的帐|开启帐户',
    account:
      '邮箱|郵箱|电子邮件|電子郵件|电邮|電郵|邮件地址|账户|帳戶|账号|帐号|帳號|帐户|注册|註冊|地址|身份|信箱|用户|賬戶|賬號|賬户|账戶|账號|帳户|帐戶|帐號|收件箱|收件匣|收件夾|用戶|使用者|身分|会员资格|會員資格|成为会员|成為會員|登记|登記|郵件位址|邮址|個人檔案|个人档案|入会|开户|開戶|通行证|通行證|郵址|入會|開户|收件夹|邮件位址',
    password:
      '密码|密碼|口令|找回账|找回帐|找回帳|找回賬|恢复账|恢复帐|恢復帳|恢復賬|恢复访问权限|恢復存取權|重新取得帳|重新获得账|登录凭证|登录凭据|登入憑證|登錄憑證|通关密语|恢復訪問權限|重新獲得賬|重新獲得帳|登錄憑據|通關密語|恢复存取权|重新取得帐|登入凭证',
    renew:
      '重置|重設|重设|修改|更改|变更|變更|找回|忘记|忘記|新密|设置|設置|设定|設定|恢复|恢復|更新|创建|重新设|重新設|重新取得|重新获|新建|建立|選擇|选择|选用|丢失|遺失|遗失|遗忘|遺忘|創建|取回|救回|挽回|复位|復位|復原|还原|還原|更换|更換|改密|想不起|记不起|記不起|不记得|不記得|重新启用|重新啟用|重新獲|選用|丟失|重新啓用|复原',
    signIn:
      '登录|登入|登陆|登錄|登陸|簽入|签入|登进|登進|进入账|進入帳|进入您的账|進入您的帳|進入賬|進入您的賬|进入帐|进入您的帐',
    oneTime:
      '魔法链接|魔術連結|登录链接|登入連結|一次性链接|一次性連結|免密|无密码|無密碼|快捷登录|魔法連結|魔法鏈接|魔法登录|魔法登入|魔術鏈接|魔术链接|神奇链接|神奇連結|登錄鏈接|登錄連結|登入鏈接|登入链接|登陆链接|登录连结|一次性鏈接|一次性连接|一次性登录|一次性登入|一次性登錄|单次有效|單次有效|单次使用|單次使用|单次登录|單次登入|仅限使用一次|僅限使用一次|只能使用一次|仅能使用一次|僅能使用一次|仅可使用一次|僅可使用一次|只可使用一次|只能用一次|使用一次后|使用一次後|一次有效|限用一次|无需密码|無需密碼|无须密码|無須密碼|不需要密码|不需要密碼|不需密码|不需密碼|不用密码|不用密碼|不必使用密码|不必使用密碼|无需使用密码|無需使用密碼|无需输入密码|無需輸入密碼|毋须输入密码|毋須輸入密碼|毋須密碼|不必输入密码|不必輸入密碼|不用输入密码|不用輸入密碼|一键登录|一键登入|一键登陆|一鍵登入|一鍵登錄|快捷登入|快捷登錄|存取連結|临时链接|臨時連結|臨時鏈接|临时登录|臨時登入|临时登入|臨時登錄|专属登录|專屬登入|魔法登錄|神奇鏈接|登陸鏈接|一次性連接|單次登錄|一鍵登陸|專屬登錄|魔术连结|登入连结|一次性连结|魔法连结|神奇连结|单次登入|毋须密码|存取连结|临时连结|专属登入',
    invite:
      '邀请|邀請|邀约|邀約|邀您加入|邀你加入|邀您一起|邀你一起|邀您参与|邀您參與|受邀|获邀|獲邀|应邀|應邀|将您添加|將您新增|将您加入|將您加入|把您加入|把你加入|将你加入|將你加入|添加您为|新增您為|拉您进|拉你进|拉您進|与您共享|與您共享|與您共用|与你共享|與你共享|與你共用|共享给您|共享給您|共享给你|共享給你|共用給您|希望您加入|希望你加入|请您加入|請您加入|已被添加到|已被新增至|您已被加入|將您添加|添加您為|拉你進|将您新增|新增您为|与您共用|与你共用|共用给您',
    accept:
      '接受|加入|同意|参加|參加|接纳|接納|查看邀请|查看邀請|檢視邀請|打开邀请|開啟邀請|打開邀請|入群|进群|進群|成为成员|成為成員|响应邀请|回應邀請|入伙|一起协作|一起協作|入羣|進羣|響應邀請|入夥|检视邀请|开启邀请|回应邀请',
    subscribe:
      '订阅|訂閱|电子报|電子報|通讯|邮件列表|新闻邮件|郵件列表|新聞信|新闻信|新聞郵件|电子简报|電子簡報|电子期刊|電子期刊|电子刊|電子刊|资讯邮件|資訊郵件|邮件群组|郵件群組|邮件组|邮件清单|郵件清單|邮寄名单|郵寄名單|邮寄列表|郵寄列表|邮件名单|郵件名單|寄送清单|寄送清單|发送名单|發送名單|周刊|週刊|周报|週報|月报|月報|每日摘要|每周摘要|每週摘要|摘要邮件|摘要郵件|快讯|快訊|接收我们的|接收我們的|接收最新|接收资讯|接收資訊|接收更新|希望接收|愿意接收|願意接收|我要接收|我愿意收到|我願意收到|想收到|訂閲|通訊|郵件羣組|郵件組',
    go: '点击|點擊|点按|點按|单击|按钮|按鈕|链接|連結|鏈接|网址|網址|此处|此處|这里|這裡|以下|下面|下方|复制|複製|粘贴|貼上|浏览器|瀏覽器|打开|打開|访问|訪問|点选|點選|點一下|点一下|按一下|轻触|輕觸|轻点|輕點|單擊|点此|點此|点这|點這|按此|按下|鏈結|连结|地址栏|前往|在此|贴到|貼到|拷贝|拷貝|按鍵|按键|如下|下列|戳这|戳這|這裏|粘貼|地址欄|贴上|链结',
    start:
      '继续|繼續|开始|開始|完成|下一步|允许|允許|立即|注册|註冊|创建账户|建立帳戶|最后一步|最後一步|还差一步|還差一步|仅差一步|僅差一步|只差一步|只剩一步|就差一步|还剩一步|還剩一步|差一点|差一點|快好了|再点一下|再點一下|是的|创建帐户|創建帳戶|創建賬戶|创建账号|创建帐号|建立帳號|建立賬戶|建立账户|开立账户|開立帳戶|立刻|授权|授權|創建賬户|創建帳户|創建賬號|創建帳號|建立賬户|開立賬戶|開立賬户|建立帐户|建立帐号|开立帐户',
    undo: '取消订阅|取消訂閱|退订|退訂|取消|拒绝|拒絕|撤销|撤銷|不是我|不是我本人|删除|刪除|屏蔽|举报|舉報|停用|忽略|移除|注销|註銷|不訂閱|不订阅|停止接收|停止订阅|停止訂閱|不再接收|拒收|谢绝|謝絕|婉拒|不接受|不同意|不,谢谢|不,謝謝|不用了|不是本人|冻结我的|凍結我的|冻结账|凍結帳|锁定我的|鎖定我的|封鎖|檢舉|投诉|投訴|撤回|解除订阅|解除訂閱|解除绑定|解除綁定|解绑|解綁|作废|作廢|丢弃|丟棄|捨棄|忽視|忽视|無視|无视|禁用|否认|否認|移出|反悔|终止|終止|不訂閲|停止訂閲|凍結賬|解除訂閲|冻结帐|封锁|检举|舍弃',
    manage:
      '偏好|设置中心|管理|帮助|幫助|支持中心|客服|联系我们|聯絡我們|聯繫|隐私|隱私|条款|條款|在浏览器中查看|在瀏覽器中|网页版|官网|官網|首页|首頁|博客|部落格|了解更多|了解详情|下载|下載|常见问题|設定中心|通知设置|通知設定|账户设置|帳戶設定|賬戶設定|账号设置|帳號設定|支援|說明中心|说明中心|客户服务|客戶服務|联络我们|聯系我們|與我們聯|关于我们|關於我們|常見問題|问卷|問卷|调查|調查|反馈|反饋|回饋|意見|关注我们|關注我們|追蹤我們|追踪我们|微信|微博|公众号|公眾號|臉書|脸书|论坛|論壇|社区|社區|社群|線上檢視|线上检视|在线查看|線上查看|在线阅读|網頁版|瀏覽器檢視|瀏覽器查看|瀏覽器開啟|瀏覽器打開|查看更多|詳細資訊|详细信息|詳情|详情|瞭解更多|阅读更多|閱讀更多|阅读全文|閱讀全文|政策|免责|免責|应用商店|應用商店|使用指南|教程|教學|設置中心|通知設置|賬戶設置|賬户設置|帳戶設置|賬號設置|帳號設置|説明中心|客户服務|社羣|在線查看|在線閱讀|在線閲讀|詳細信息|閲讀更多|閲讀全文|联系|在浏览器中|设定中心|通知设定|帐户设定|账户设定|帐号设定|与我们联|回馈|意见|线上查看|浏览器检视|浏览器查看|浏览器开启|浏览器打开|详细资讯|教学',
    trade:
      '订单|訂單|发票|發票|收据|收據|付款|支付|购买|購買|配送|发货|發貨|快递|包裹|预订|預訂|门票|優惠券|优惠券|优惠|優惠|折扣|促销|促銷|退款|购物车|账单|帳單|会议|會議|研讨会|研討會|讲座|講座|活动|活動|預約|预约|挂号|掛號|航班|机票|機票|酒店|饭店|飯店|訂房|订房|订座|訂位|行程|面试|面試|缴费|繳費|续费|續費|物流|运单|運單|出貨|出货|付費|付费|套餐|特惠|特价|特價|结账|結帳|結賬|购物|購物|貨件|货件|直播|公開課|公开课|日程|賬單|账款|帳款|門票|快遞|訂座|賬款|帐单|订位|结帐|帐款',
    code: '代码|代碼|码|碼|口令|令牌|权杖|權杖|位字符|位字元|串数字|串數字|组数字|組數字|以下数字|以下數字|下列数字|下列數字|下方数字|下方數字|输入数字|輸入數字|暗号|暗號|通关密语|通關密語',
    secret:
      '验证码|驗證碼|校验码|确认码|確認碼|安全码|安全碼|动态码|动态密码|動態密碼|登录码|登入碼|激活码|啟用碼|一次性密码|一次性密碼|一次性验证码|一次性代码|验证代码|驗證代碼|确认代码|認證碼|认证码|识别码|授权码|授權碼|短信码|otp|访问码|恢复码|安全代码|安全代碼|重置码|邀请码|邀請碼|登录代码|登入代碼|注册码|註冊碼|临时代码|位数字|位數字|身份验证代码|核对码|核對碼|动态验证|動態驗證|动态口令|動態口令|動態碼|动态代码|動態代碼|一次性口令|一次性代碼|一次性码|一次性碼|一次性安全|单次密码|單次密碼|单次代码|單次代碼|临时验证|臨時驗證|臨時代碼|临时码|臨時碼|短信验证|簡訊碼|簡訊驗證|通行码|通行碼|登入驗證|登录pin|解锁码|解鎖碼|解锁代码|解鎖代碼|識別碼|訪問碼|访问代码|訪問代碼|存取碼|存取代碼|恢復碼|恢复代码|恢復代碼|復原碼|復原代碼|重設碼|重设码|重設代碼|重设代码|重置碼|重置代码|重置代碼|找回码|找回碼|注册代码|註冊代碼|授权代码|授權代碼|授权密码|授權密碼|绑定码|綁定碼|身份码|身份碼|验证号码|驗證號碼|验证编号|驗證編號|驗證序號|认证号码|認證號碼|验证数字|驗證數字|验证字符|驗證字元|位代码|位代碼|位数代码|位數代碼|位数的代码|位數的代碼|位数的验证|位數的驗證|位验证|位驗證|pin码|pin碼|pin 码|pin 碼|簡訊密碼|密保码|随机码|隨機碼|二次验证|二次驗證|设备码|設備碼|裝置代碼|裝置碼|设备代码|短信碼|短信驗證|登錄pin|驗證字符|密保碼|設備代碼|简讯码|简讯验证|登入验证|存取码|存取代码|复原码|复原代码|验证序号|验证字元|简讯密码|装置代码|装置码',
    otherCode:
      '优惠码|優惠碼|折扣码|折扣碼|促销码|兑换码|邮政编码|郵遞區號|邮编|条形码|条码|條碼|源代码|原始碼|二维码|二維碼|错误代码|錯誤代碼|追踪码|订单号|訂單編號|商品编码|预订号|推荐码|备用码|编码|行动代号|推广码|推廣碼|兌換碼|兑换代码|兌換代碼|礼品码|禮品碼|礼品卡|禮品卡|禮券|券码|券碼|抽奖码|抽獎碼|中奖码|中獎碼|推薦碼|推荐代码|推薦代碼|郵編|邮区|郵遞區号|條形碼|源代碼|源码|源碼|原始码|程序代码|程式碼|程式代碼|代码库|代碼庫|代码审查|代码示例|低代码|低代碼|状态码|狀態碼|状态代码|返回码|错误码|錯誤碼|追蹤碼|追踪號|追蹤號|訂單號|訂單编号|商品編號|商品代码|商品代碼|产品代码|產品代碼|預訂號|預訂編號|预订确认号|預訂確認號|订房确认|訂房確認|訂位代號|入住确认|備用碼|备用验证码|備用驗證碼|备用代码|備用代碼|备份码|備份碼|編碼|行動代號|国家代码|國家代碼|国家码|國碼|地区代码|地區代碼|区号|區號|银行代码|銀行代碼|股票代码|股票代碼|股票代號|取件码|取件碼|取餐码|取餐碼|取货码|取貨碼|提货码|提貨碼|核销码|核銷碼|收款码|收款碼|健康码|健康碼|会议号|會議號|会议id|會議id|会议 id|會議 id|入会密码|入會密碼|wifi密码|wifi密碼|wi-fi密码|wi-fi 密码|wi-fi密碼|wi-fi 密碼|开门密码|開門密碼|门禁码|門禁碼|门锁密码|門鎖密碼|电话号码|電話號碼|传真号码|傳真號碼|身份证号码|身分證號碼|身份證號碼|统一编号|統一編號|信用代码|信用代碼|税号|稅號|纳税人识别|納稅人識別|设备识别码|設備識別碼|序列号码|序列號碼|会员码|會員碼|机器码|機器碼|色码|色碼|颜色代码|顏色代碼|车牌号码|車牌號碼|学号|學號|解压密码|解壓密碼|提取码|提取碼|兑換碼|兑換代碼|郵區|程序代碼|代碼審查|代碼示例|狀態代碼|返回碼|入住確認|國家碼|税號|納税人識別|订单编号|礼券|程式码|程式代码|追踪号|商品编号|预订编号|订位代号|国码|股票代号|身分证号码',
    enter:
      '输入|輸入|使用|填写|填寫|粘贴|复制|键入|鍵入|填入|录入|錄入|回填|敲入|打入|贴上|貼上|複製|拷贝|拷貝|输进|輸進|粘貼',
    expire:
      '有效|过期|過期|失效|分钟|分鐘|请勿泄露|切勿|請勿|到期|逾期|小时内|小時內|秒内|秒內|时效|時效|作废|作廢|不再可用|勿告知|勿告訴|勿向|勿将|勿將|泄露|洩露|洩漏|泄漏|勿透露|不要透露|不要告诉|不要告訴|不要分享|不要向|保密|任何人|请勿|勿告诉',
    number:
      '订单号|订单编号|訂單|订单|编号|編號|号码|號碼|发票号|电话|電話|手机|传真|傳真|合计|总计|總計|金额|价格|元|年|月|日|版本|参考号|工单|邮编|ip地址|ip 地址|修订|單號|单号|流水号|流水號|账号|帳號|賬號|会员号|會員號|客户号|客戶號|合同号|合約號|卡号|卡號|尾号|尾號|工号|工號|学号|學號|致电|致電|拨打|撥打|热线|熱線|分机|分機|手機|总额|總額|共计|共計|價格|小计|小計|修訂|序列号|序列號|序号|序號|税号|稅號|統編|备案|備案|许可证|許可證|ip位址|ip 位址|工單|票号|票號|案号|案號|案件|房号|房號|qq|群号|群號|微信号|微信號|郵編|郵遞區號|邮政编码|郵政編碼|新台币|新台幣|人民币|人民幣|港币|港幣|nt$|hk$|¥|￥|交易号|交易號|参考|參考|股票|批号|批號|合計|金額|客户號|合同號|税號|羣號|新臺幣|帐号|合约号|统编|邮递区号',
    unasked:
      '如果不是您|如果不是你|若非|如非|没有请求|没有要求|並未|并未|未曾|不是您本人|非本人|误收|不想再|如果您並未|没有申请|沒有申請|没有发起|沒有發起|没有提出|沒有提出|没有执行|沒有執行|没有创建|沒有建立|没有注册|沒有註冊|没有订阅|沒有訂閱|没有操作|沒有操作|没有尝试|沒有嘗試|没有更改|沒有更改|没有修改|沒有修改|没有进行此|沒有進行此|没有进行过|沒有進行過|沒有要求|沒有請求|没有提交|沒有提交|未要求|未请求|未請求|未申请|未申請|未提出|未发起|未發起|未进行此|未進行此|未执行此|未執行此|未提交|从未|從未|不曾|不是您操作|不是你操作|不是您发起|不是您發起|不是由您|不是由你|不是你本人|不是本人|非您本人|非你本人|非您操作|非您所为|非您所為|并非您|並非您|并非你|並非你|若不是您|若不是你|如不是您|若這不是您|若这不是您|如果這不是|如果这不是|不认得|不認得|不認識此|他人误|他人誤|有人误|有人誤|可能有人|有人可能|别人误|別人誤|他人输入|他人輸入|他人使用您|误输入|誤輸入|误发|誤發|誤收|误填|誤填|寄错|寄錯|发错|發錯|不小心输|不小心輸|请忽略|請忽略|可忽略|可以忽略|直接忽略|忽略此|忽略本|忽略這|忽略这|无需理会|無需理會|不必理会|不必理會|毋須理會|不予理会|不予理會|请无视|請無視|无需任何操作|無需任何操作|无需进行任何|無需進行任何|无需采取|無需採取|不需要採取|不需要采取|不想收到|不希望收到|與您無關|与您无关|不知情|删除此邮件|刪除此郵件|刪除本郵件|删除本邮件|沒有創建|沒有訂閲|没有建立|不认识此|毋须理会',
    done: '已验证|已驗證|已确认|已確認|已激活|已啟用|成功验证|已更改|已變更|已修改|已重置|已重設|验证成功|驗證成功|已添加|已认证|已認證|已启用|已生效|已開通|已开通|已更新|已新增|已更換|已更换|已被修改|已被更改|已被變更|已被重置|已被重設|已经验证|已經驗證|已经激活|已經啟用|已成功确认|已成功確認|已成功修改|已成功更改|已成功變更|已成功重置|已成功重設|已成功更新|已成功登录|已成功登入|已成功订阅|已成功訂閱|已成功取消|已成功退订|已成功绑定|已成功綁定|激活成功|啟用成功|启用成功|修改成功|更改成功|變更成功|重置成功|重設成功|订阅成功|訂閱成功|认证成功|認證成功|绑定成功|綁定成功|登录成功|登入成功|成功驗證|成功激活|成功啟用|感谢您确认|感謝您確認|感谢您的确认|感謝您的確認|感谢您验证|感謝您驗證|已啓用|已經激活|已成功啓用|已成功登錄|已成功訂閲|已成功退訂|啓用成功|訂閲成功|登錄成功|已变更|已重设|已被变更|已被重设|已经启用|已成功变更|已成功重设|变更成功|重设成功|成功启用',
    filler:
      '号码|號碼|数码|數碼|起码|起碼|尺码|尺碼|扫码|掃碼|解码|解碼|乱码|亂碼|筹码|籌碼|通讯录|通訊錄|通讯地址|通訊地址|即时通讯|即時通訊|通訊軟體|通訊軟件|资格认证|資格認證|体系认证|體系認證|质量认证|品質認證|认证考试|認證考試|认证课程|認證課程|认证证书|認證證書|質量認證|通讯软体|通讯软件|品质认证',
  },
  ko: {
    confirm:
      '확인|인증|활성화|검증|승인|증명해|증명하|본인임을|잠금 해제|잠금해제|잠금을 해제|잠긴 계정|개통|컨펌|입증해|입증하|가입을 완료하|가입을 완료해|등록을 완료하|등록을 완료해|가입을 마치|가입을 마무리|가입을 마쳐|등록을 마치|등록을 마무리|로그인 허용|로그인을 허용|로그인 허가|수신에 동의합니다|맞는지 알려',
    account:
      '이메일|메일|계정|주소|가입|등록|회원|프로필|아이디|편지함|전자우편|본인 확인|본인확인|본인 인증|본인인증|신원|유저|어카운트|입회|멤버십',
    password:
      '비밀번호|패스워드|비번|비밀 번호|새 암호|암호를|암호 재설정|암호 변경|암호 찾기|암호 초기화|암호 복구|암호는|암호가|암호의|암호:|일회용 암호|계정 복구|계정을 복구|계정 찾기|계정을 되찾|로그인 정보',
    renew:
      '재설정|초기화|변경|찾기|설정|새 |잊|복구|새로운|만들기|재발급|수정|바꾸|바꿀|바꿔|분실|되찾|새로|생성|만들|복원|갱신|지정|정하|선택|찾으|기억나지|기억이 나지|리셋|업데이트',
    signIn: '로그인|로그온|사인인|사인 인|접속하기|로긴',
    oneTime:
      '매직 링크|로그인 링크|일회용 링크|비밀번호 없이|매직링크|매직 로그인|마법 링크|마법의 링크|로그인링크|로그인용 링크|로그인 url|로그인 주소|접속 링크|접속링크|액세스 링크|일회성 링크|일회용링크|1회용 링크|1회성 링크|일회용 로그인|일회성 로그인|1회용 로그인|원타임 링크|원타임 로그인|한 번만 사용|한번만 사용|한 번만 유효|한번만 유효|한 번만 쓸|한 번만 이용|한 번만 작동|한 번만 쓰|1회만 사용|1회만 유효|1회만 이용|1회에 한해 사용|1회에 한하여 사용|비밀번호 입력 없이|비밀번호를 입력하지 않|비밀번호를 입력할 필요|비밀번호를 쓰지 않|비밀번호없이|패스워드 없이|암호 없이|비밀번호 없는|비밀번호가 필요 없|비밀번호가 필요없|비밀번호가 필요하지 않|패스워드리스|원클릭 로그인|원터치 로그인|클릭 한번으로 로그인|임시 링크|임시 로그인|로그인하는 링크|로그인을 위한 링크|클릭 한 번으로 로그인|한 번의 클릭으로 로그인|로그인할 수 있는 링크',
    invite:
      '초대|초청|회원님을 추가|멤버로 추가|구성원으로 추가|팀원으로 추가|팀에 추가|그룹에 추가|프로젝트에 추가|워크스페이스에 추가|공유했습니다|공유하셨습니다|회원님과 공유|귀하와 공유|함께하자|함께 하자|합류하기를|합류를 요청|참여를 요청|참여를 기다|공동 작업자|공동작업자',
    accept:
      '수락|참여|참가|동의|합류|조인|함께하기|초대 보기|초대장 보기|초대장 열기|초대 열기|초대에 응|멤버 되기|승낙|받아들',
    subscribe:
      '구독|뉴스레터|소식지|메일링|수신 동의|뉴스 레터|소식 받|소식받|소식을 받|새 소식|메일 수신|수신동의|수신에 동의|수신을 동의|정기 메일|정기메일|정기 소식|알림 메일 신청|회보|웹진|레터 신청|레터를 신청|다이제스트|받아보|받아 보|옵트인|옵트 인|메일 목록|발송 목록',
    go: '클릭|링크|버튼|여기|아래|다음|누르|눌러|복사|붙여|브라우저|접속|탭하|열어|터치|이동|바로가기|바로 가기|주소창|url|방문|이곳|이 곳|하단|상단|위의',
    start:
      '계속|시작|완료|진행|예,|허용|가입하기|회원가입|계정 만들기|등록하기|한 단계|마지막 단계|마지막 절차|한 번만 더|거의 다|거의 끝|단계 남|단계만 남|하나만 남|마무리|마치기|마치려면|마치세요|마쳐|끝내|다음 단계|네,|네!|예!|회원 가입|가입 신청|지금 가입|한 번 더 클릭',
    undo: '구독 취소|구독취소|수신거부|수신 거부|취소|거절|거부|본인이 아닙|제가 아닙|내가 아닙|삭제|차단|신고|비활성|무시|철회|해지|탈퇴|구독 중단|구독 중지|수신 중단|수신 중지|수신을 원치|받지 않기|그만 받기|아니요|아니오|아뇨|제가 하지 않|내가 하지 않|제가 요청하지|내가 요청하지|저 아니에요|나 아니에요|제가 아니에요|본인 아님|내가 아님|원치 않|사양|폐기|반려|스팸|취하|동의하지 않|계정 잠그기|계정 동결|이의 제기|중지하기',
    manage:
      '설정 관리|환경설정|관리|도움말|고객센터|고객지원|지원|문의|개인정보|이용약관|약관|브라우저에서 보기|웹사이트|홈페이지|홈으로|블로그|자세히|더 알아보기|다운로드|자주 묻는|알림 설정|수신 설정|계정 설정|개인 정보|고객 센터|faq|웹에서 보기|웹으로 보기|온라인으로 보기|웹 버전|브라우저로 보기|공식 사이트|더보기|더 보기|상세보기|상세 보기|내용 보기|앱 설치|앱에서 보기|페이스북|인스타그램|유튜브|팔로우|커뮤니티|설문|의견 보내|피드백|회사 소개|회사소개|가이드|이용 방법|이용방법|공지사항|채용|마이페이지|마이 페이지|정책|상담|둘러보기',
    trade:
      '주문|청구서|영수증|결제|구매|배송|택배|예약|티켓|쿠폰|할인|프로모션|환불|장바구니|송장|회의|입금|청구|구입|배달|출고|반품|세일|특가|이벤트|세미나|웨비나|미팅|면접|일정|항공권|숙박|호텔|진료|예매|공연|견적|계산서|명세서|이용대금|납부|납입|할부|영수|상품권|체크아웃|바우처|컨퍼런스|설명회',
    code: '코드|4자리|5자리|6자리|7자리|8자리|4 자리|6 자리|8 자리|네 자리|다섯 자리|여섯 자리|여덟 자리|네자리|여섯자리|자리 숫자|자리의 숫자|다음 번호|아래 번호|아래의 번호|위 번호|번호를 입력|번호 입력|다음 숫자|아래 숫자|아래의 숫자|숫자를 입력|문자를 입력|문자열을 입력|토큰|키를 입력|pin',
    secret:
      '인증 코드|인증코드|인증번호|인증 번호|확인 코드|확인코드|보안 코드|보안코드|로그인 코드|로그인코드|접속 코드|활성화 코드|일회용 코드|일회용 비밀번호|일회용 암호|임시 코드|검증 코드|패스코드|otp|자리 코드|자리 숫자|복구 코드|재설정 코드|등록 코드|초대 코드|액세스 코드|승인 코드|본인확인 코드|가입 코드|인증키|인증 키|인증 숫자|인증용 번호|인증값|인증 값|인증문자|확인번호|확인 번호|확인용 번호|보안번호|보안 번호|로그인 번호|로그인 인증|접속코드|접근 코드|엑세스 코드|액세스코드|활성화 번호|일회용코드|일회용비밀번호|일회용 패스워드|일회용 번호|일회용 핀|일회용 pin|일회용 인증|일회성 코드|일회성 비밀번호|일회성 암호|일회성 인증|1회용 코드|1회용 비밀번호|1회용 암호|1회용 패스워드|1회용 인증|1회용 번호|1회성 코드|1회성 비밀번호|1회성 인증|원타임 패스워드|원타임패스워드|원타임 코드|원타임 비밀번호|임시코드|임시 인증|검증 번호|검증번호|비밀 코드|비밀코드|시크릿 코드|pin 번호|pin번호|pin 코드|pin코드|핀번호|핀 번호|핀코드|핀 코드|패스 코드|자리 인증|자리숫자|자리코드|자리의 숫자|자리의 코드|자리 pin|4자리 번호|5자리 번호|6자리 번호|8자리 번호|복구코드|재설정코드|등록코드|가입코드|초대코드|오티피|해제 코드|해제코드|기기 코드|디바이스 코드|2fa 코드',
    otherCode:
      '쿠폰 코드|쿠폰코드|할인 코드|할인코드|프로모션 코드|우편번호|바코드|qr코드|qr 코드|소스 코드|소스코드|오류 코드|추적 코드|운송장 번호|운송장번호|주문 번호|주문번호|상품 코드|예약 번호|예약번호|전화번호|회원번호|추천 코드|계좌번호|국가 코드|고객번호|문의번호|프로모 코드|프로모코드|쿠폰번호|쿠폰 번호|할인번호|기프트 코드|기프트코드|기프트카드 번호|상품권 번호|상품권번호|추천인 코드|추천코드|추천인코드|친구초대 코드|국가코드|국가번호|국가 번호|지역번호|지역 번호|지역 코드|우편 번호|송장번호|송장 번호|추적코드|예약확인번호|예약 확인번호|예매번호|예매 번호|주문확인번호|상품코드|제품 코드|제품코드|고객코드|고객 코드|은행 코드|은행코드|승인번호|승인 번호|카드 승인|사업자등록번호|사업자 등록번호|주민등록번호|학번|사번|접수번호|접수 번호|티켓 번호|티켓번호|좌석 번호|좌석번호|회의 id|회의id|회의 번호|회의번호|회의 암호|회의 비밀번호|미팅 id|웨비나 id|에러 코드|에러코드|오류코드|상태 코드|응답 코드|백업 코드|백업코드|코드 리뷰|코드리뷰|코드 조각|바 코드|큐알코드|큐알 코드|색상 코드|라이선스 키|라이선스 코드|시리얼 번호|시리얼번호|시리얼 코드|일련번호|일련 번호|드레스 코드|노코드|로우코드|종목코드|종목 코드|픽업 코드|픽업 번호|수령 번호|대기번호|대기 번호|세금 코드|와이파이 비밀번호|현관 비밀번호|공동현관',
    enter: '입력|사용|복사|붙여넣|타이핑|기입|넣어|넣으|제출|기재|적어 주|적어주',
    expire:
      '유효|만료|분 동안|분간|분 이내|공유하지|알려주지|분 안에|분 내|시간 이내|시간 동안|시간 내|시간 안에|시간 후|분 후|초 이내|초 안에|까지만|기한|공개하지|알리지|누설|유출|누구에게도|타인에게|타인과|다른 사람에게|다른 사람과|절대 묻지|절대 요구하지',
    number:
      '주문번호|주문 번호|번호|전화|팩스|합계|금액|가격|원|년|월|일|버전|문의번호|예약번호|사업자|ip 주소|티켓|연락처|휴대폰|내선|계좌|참조|접수|학번|사번|아이디|모델|수량|거래|통신판매|고객센터|호실|총액|소계|연도|주문 id|주문id|회의 id|송장|청구서|ip주소|사건|계약|부가세',
    unasked:
      '요청하지|본인이 아닌|본인이 아니|신청하지|실수로|원하지|직접 하지|시도하지|요청한 적|요청한적|신청한 적|가입한 적|시도한 적|요청하신 적|신청하신 적|가입하신 적|가입하지 않으셨|가입하지 않았|요청이 아니|귀하가 아닌|귀하가 아니|회원님이 아닌|회원님이 아니|고객님이 아닌|고객님이 아니|당신이 아닌|당신이 아니|본인이 하지|본인이 수행하지|다른 사람이|다른 누군가|누군가 실수|누군가 회원님의|누군가 귀하의|누군가가 귀하의|누군가가 회원님의|타인이|잘못 발송|잘못 전송|잘못 보내|잘못 입력|잘못 수신|메일을 무시|메일은 무시|메시지를 무시|무시하셔도|무시하시|무시해|무시하세|메일을 삭제|메일은 삭제|폐기해|폐기하|의도하지|의도치|알지 못하|모르는 요청|기억이 없|하지 않으셔도|조치가 필요하지|조치는 필요하지|관련이 없|진행하지 않으셨|직접 요청',
    done: '인증되었습니다|확인되었습니다|활성화되었습니다|변경되었습니다|재설정되었습니다|추가되었습니다|인증이 완료되었|인증이 완료됐|인증 완료되었|확인이 완료되었|확인이 완료됐|등록이 완료되었|변경이 완료되었|변경이 완료됐|변경 완료되었|재설정이 완료되었|활성화가 완료되었|구독이 완료되었|가입이 완료되었|가입이 완료됐|인증됐|확인됐|활성화됐|변경됐|재설정됐|인증되었어요|변경되었어요|변경하였습니다|변경했습니다|변경하셨습니다|인증하셨습니다|업데이트되었습니다|업데이트됐|해제되었습니다|로그인되었습니다|등록되었습니다|승인되었습니다|이미 인증|이미 확인|이미 활성|인증해주셔서 감사|확인해주셔서 감사',
    filler:
      '내용을 확인|자세히 확인|상세 확인|내역 확인|내역을 확인|확인이 가능|활동 확인|활동을 확인|메시지 확인|알림 확인|결과 확인|일정 확인|암호화|레코드|인코딩|디코딩|바코드 스캐너|일자리|회원국|소식을 확인|소식 확인|혜택을 확인|혜택 확인|할인 확인|확인해 보세요|확인해보세요|확인하러 가기|상품 확인',
  },
};
