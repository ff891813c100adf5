# كلمات الفواتير والإيصالات.

invoice = فاتورة
receipt = إيصال
draft = مسودة
void = ملغاة
paid = مدفوعة

## بجانب العنوان

invoice_number = رقم الفاتورة
receipt_number = رقم الإيصال
issue_date = تاريخ الإصدار
due_date = تاريخ الاستحقاق
payment_date = تاريخ الدفع
payment_method = طريقة الدفع
payment_reference = المرجع

## الطرفان

from = من
bill_to = فاتورة إلى
received_from = مستلم من
tax_id = الرقم الضريبي: { $id }

## السطر الرئيسي

amount_due = { $amount } مستحق في { $date }
amount_paid = { $amount } مدفوع
amount_received = { $amount } مدفوع في { $date }
pay_online = الدفع عبر الإنترنت

## الجدول

description = الوصف
quantity = الكمية
unit_price = سعر الوحدة
discount = الخصم
tax = الضريبة
amount = المبلغ
invoice_date = تاريخ الفاتورة
invoice_total = إجمالي الفاتورة

## المجموع

subtotal = المجموع الفرعي
shipping = الشحن
includes = يشمل { $tax }
tax_on = { $tax } على { $base }
rounding = التقريب
total = الإجمالي
already_paid = المبلغ المدفوع
balance = المبلغ المستحق
credit = محفوظ كرصيد دائن
credits_applied = مدفوع من الرصيد
refunded = المبلغ المسترد

## في الأسفل

notes = ملاحظات
terms = الشروط
payment_instructions = طريقة السداد
verify = التحقق من صحة هذا المستند
page_of = صفحة { $page } من { $pages }

mandate-text = بالتأكيد، تفوّض { $organization } ومزوّد خدمة الدفع الذي تستخدمه بخصم هذه الدفعة من حسابك المصرفي. قد يستغرق الخصم عدة أيام. يحق لك طلب استرداد المبلغ من مصرفك وفق شروط اتفاقك معه خلال ثمانية أسابيع من الخصم.
