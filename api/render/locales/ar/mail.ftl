# انظر en/mail.ftl: العنوان والنص كلمات وعناصر نائبة فقط.

portal_invitation_subject = تدعوك { $organization } إلى بوابة العملاء
portal_invitation_body =
    مرحبًا { $name }،

    أعدّت لك { $organization } حق الدخول إلى بوابة { $customer }. يمكنك فيها الاطلاع على الفواتير وعروض الأسعار، والدفع عبر الإنترنت، والتواصل معنا.

    اقبل الدعوة لتسجيل الدخول أول مرة. الدعوة صالحة حتى { $expires }.
portal_invitation_action = قبول الدعوة

portal_invitation_with_password_subject = تدعوك { $organization } إلى بوابة العملاء
portal_invitation_with_password_body =
    مرحبًا { $name }،

    أعدّت لك { $organization } حق الدخول إلى بوابة { $customer }. يمكنك فيها الاطلاع على الفواتير وعروض الأسعار، والدفع عبر الإنترنت، والتواصل معنا.

    سجّل الدخول باسم المستخدم وكلمة المرور أدناه. تصلح كلمة المرور مرة واحدة حتى { $expires }، ثم تختار كلمة مرور خاصة بك.
portal_invitation_with_password_action = تسجيل الدخول

portal_sign_up_subject = التسجيل في بوابة عملاء { $organization }
portal_sign_up_body =
    مرحبًا،

    يريد شخص ما استخدام بوابة عملاء { $organization } بعنوان البريد الإلكتروني هذا. إن كنت أنت، فتابع عبر الرابط أدناه. يعمل الرابط لمدة { $hours } ساعة.

    إن لم تكن أنت، فلا تفعل شيئًا: لا يحدث شيء من دون الرابط.
portal_sign_up_action = متابعة التسجيل

portal_sign_up_known_subject = التسجيل في بوابة عملاء { $organization }
portal_sign_up_known_body =
    مرحبًا،

    يريد شخص ما التسجيل في بوابة عملاء { $organization } بعنوان البريد الإلكتروني هذا. العنوان معروف هناك بالفعل، فلا حاجة إلى تسجيل جديد.

    إن كانت لديك كلمة مرور فسجّل الدخول بها؛ وإن نسيتها فاختر كلمة مرور جديدة في صفحة تسجيل الدخول. وإن تعذّر عليك الدخول، فالرجاء مراسلتنا.
portal_sign_up_known_action = تسجيل الدخول

member_invitation_subject = يدعوك { $inviter } إلى { $organization }
member_invitation_body =
    مرحبًا { $name }،

    دعاك { $inviter } للانضمام إلى فريق { $organization }.

    اقبل الدعوة لإعداد حسابك. الدعوة صالحة حتى { $expires }.
member_invitation_action = قبول الدعوة

invoice_sent_subject = الفاتورة { $number } من { $organization }
invoice_sent_body =
    مرحبًا { $name }،

    إليك الفاتورة { $number } بمبلغ { $amount }، وتاريخ استحقاقها { $due_date }.

    شكرًا لتعاملك معنا.
invoice_sent_action = عرض الفاتورة

payment_link_subject = { $amount } مستحق الدفع إلى { $organization }
payment_link_body =
    مرحبًا { $name }،

    يمكنك دفع { $amount } إلى { $organization } عبر الإنترنت دون تسجيل الدخول. يعمل الرابط حتى { $last_day }.
payment_link_action = الدفع الآن

payment_link_code_subject = رمزك لصفحة الدفع الخاصة بـ { $organization }
payment_link_code_body =
    مرحبًا { $name }،

    فتح شخص ما رابط دفع من { $organization } أُنشئ لك. يفتح هذا الرمز الصفحة، ويعمل لمدة { $minutes } دقيقة.

    إن لم تكن أنت من فتحه، فلم يرَ أحد شيئًا ولا يلزمك فعل شيء.

payment_receipt_subject = إيصال دفعتك إلى { $organization }
payment_receipt_body =
    مرحبًا { $name }،

    شكرًا لك. استلمنا دفعتك بمبلغ { $amount } بتاريخ { $date }.
payment_receipt_action = عرض الإيصال

payment_refunded_subject = استرداد مبلغ من { $organization }
payment_refunded_body =
    مرحبًا { $name }،

    أعدنا إليك { $amount } من دفعتك { $number } بتاريخ { $date }.

    قد يستغرق وصول المبلغ إلى حسابك بضعة أيام.
payment_refunded_action = عرض الدفعة

payment_received_staff_subject = دفع { $customer } مبلغ { $amount }
payment_received_staff_body =
    دفع { $customer } مبلغ { $amount }.
payment_received_staff_action = عرض الدفعة

payment_failed_staff_subject = تعذّرت دفعة من { $customer }
payment_failed_staff_body =
    لم تتم دفعة بمبلغ { $amount } من { $customer }.

    { $reason }
payment_failed_staff_action = عرض التفاصيل

invoice_viewed_staff_subject = اطّلع { $customer } على الفاتورة { $number }
invoice_viewed_staff_body =
    فتح { $name } الفاتورة { $number } لأول مرة: { $viewed_at }.
invoice_viewed_staff_action = عرض الفاتورة

notice_staff_subject = { $notice }
notice_staff_body =
    { $notice }
notice_staff_action = عرض التفاصيل

## ما حدث، للفريق

notice_invoice_viewed = اطّلع { $customer } على الفاتورة { $subject }
notice_payment_received = وصلت الدفعة { $subject }
notice_payment_failed = فشلت دفعة من { $customer }
notice_access_accepted = يستطيع { $name } الآن استخدام بوابة { $customer }
notice_mail_failed = لم تُسلَّم الرسالة «{ $subject }»
notice_customer_changed = غيّر { $customer } بياناته
notice_transfer_announced = يقول { $customer } إنه دفع الفاتورة { $subject } بحوالة مصرفية
notice_payment_differs = حصّلت بوابة الدفع من { $customer } مبلغًا غير المطلوب
notice_payment_disputed = يعترض { $customer } على دفعة، أو أعادها المصرف
notice_sign_up_waiting = يريد { $name } استخدام بوابة العملاء

password_changed_subject = تم تغيير كلمة مرورك
password_changed_body =
    مرحبًا { $name }،

    تم تغيير كلمة مرور حسابك لدى { $organization }: { $changed_at }. وتم تسجيل الخروج من أجهزتك الأخرى.

    إن لم تكن أنت من غيّرها، فاختر كلمة مرور جديدة الآن وأخبرنا بذلك.
password_changed_action = اختيار كلمة مرور جديدة

sign_in_lockout_subject = يحاول شخص ما تسجيل الدخول إلى حسابك
sign_in_lockout_body =
    مرحبًا { $name }،

    فشلت عدة محاولات لتسجيل الدخول إلى حسابك لدى { $organization }. وعلى كل محاولة تالية أن تنتظر وقتًا أطول.

    إن كنت أنت من حاول، فانتظر قليلًا أو اختر كلمة مرور جديدة. وإن لم تكن أنت، فلم يدخل أحد ولا يلزمك فعل شيء.
sign_in_lockout_action = اختيار كلمة مرور جديدة

password_reset_subject = اختيار كلمة مرور جديدة
password_reset_body =
    مرحبًا { $name }،

    طُلبت كلمة مرور جديدة لحسابك لدى { $organization }. يعمل الزر مرة واحدة، ولمدة { $minutes } دقيقة.

    إن لم تطلب ذلك، فتجاهل هذه الرسالة: تبقى كلمة مرورك كما هي.
password_reset_action = اختيار كلمة مرور جديدة

email_change_subject = أكّد بريدك الإلكتروني الجديد
email_change_body =
    مرحبًا { $name }،

    طلبت تسجيل الدخول لدى { $organization } من الآن فصاعدًا باستخدام { $email }. أكّد أن هذا العنوان لك. يعمل الزر مرة واحدة، ولمدة { $hours } ساعة.

    إن لم تطلب ذلك، فتجاهل هذه الرسالة: لن يتغير شيء.
email_change_action = تأكيد العنوان

email_change_asked_subject = طُلب بريد إلكتروني آخر
email_change_asked_body =
    مرحبًا { $name }،

    طلب شخص مسجّل الدخول إلى حسابك لدى { $organization } تسجيل الدخول باستخدام { $email } بدلًا من هذا العنوان. يسري ذلك بعد تأكيده هناك.

    إن لم تكن أنت من طلب ذلك، فاختر كلمة مرور جديدة الآن: فهذا يوقف التغيير.
email_change_asked_action = اختيار كلمة مرور جديدة

email_changed_subject = تم تغيير بريدك الإلكتروني
email_changed_body =
    مرحبًا { $name }،

    صار حسابك لدى { $organization } تابعًا لـ { $email } بدلًا من هذا العنوان: { $changed_at }.

    إن لم تكن أنت من غيّره، فأخبرنا فورًا.
email_changed_action = فتح البوابة

## تسميات البيانات أسفل النص

fact_portal = البوابة
fact_user_name = اسم المستخدم
fact_password = كلمة المرور لأول تسجيل دخول
fact_invoice = الفاتورة
fact_invoices = الفواتير
fact_due_date = تاريخ الاستحقاق
fact_code = الرمز
fact_receipt = الإيصال
fact_date = التاريخ
fact_customer = العميل
fact_credit = محفوظ كرصيد دائن

## حول كل رسالة

note_from = رسالة من { $organization }
link_fallback = إذا لم يعمل الزر، فافتح هذا العنوان:
