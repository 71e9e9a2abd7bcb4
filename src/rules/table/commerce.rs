//! Trade: products, prices, orders, shipping.

use super::person::COMPANIES;
use crate::rules::rule::{Rule, between, decimal, integer, moment, number, one_of, scalar, string};

// One rule after the other, as in a table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    // Products.
    string("product name, item name, product title, item title, article name, goods name, variant name",
        "{{$commerce.productName}}"),
    string("name, title", "{{$commerce.productName}}").of(PRODUCTS),
    string("=product, =item, product line, merchandise", "{{$commerce.productName}}"),
    string("description, short description, summary", "{{$commerce.productDescription}}").of(PRODUCTS),
    string("product description, item description, product detail", "{{$commerce.productDescription}}"),
    string("category, product type, product category, item category, category name, department, \
         product group", "{{$commerce.department}}").of(PRODUCTS),
    string("product type, product category, item category, product group, merchandise category",
        "{{$commerce.department}}"),
    string("material, product material, fabric, composition", "{{$commerce.productMaterial}}"),
    string("sku, stock keeping unit, product sku, item sku, item code, product code, article number, \
         item number", "{{$commerce.sku}}"),
    string("style number, model number, part number, mpn, material number, catalog number, product number, \
         model no", "{{$commerce.sku}}"),
    string("code, number, key", "{{$commerce.sku}}").of("product article sku variant part"),
    scalar("barcode, ean, gtin, ean13, jan, gtin13", "{{$commerce.ean13}}"),
    scalar("upc, upc code, gtin12", "{{$commerce.upc}}"),
    string("isbn, isbn13, isbn10", "{{$commerce.isbn}}"),
    string("issn", "{{$helpers.replaceSymbols('####-####')}}"),
    string("brand, brand name, manufacturer, maker, vendor, supplier, make, label company",
        "{{$company.name}}"),
    string("=vendor, =brand, =manufacturer", "{{$company.name}}"),
    string("model, model name", "{{$commerce.product}}")
        .of("product device item hardware phone appliance equipment"),
    string("size, product size, clothing size, shirt size", "{{$text.size}}")
        .of("product item variant clothing garment shoe"),
    string("product size, clothing size, shirt size", "{{$text.size}}"),
    string("option, variant, flavor, flavour, edition",
        "{{$helpers.arrayElement(['Standard','Classic','Deluxe','Limited'])}}"),
    string("option name, option type, variation name, attribute name, modifier name",
        "{{$helpers.arrayElement(['Size','Color','Material','Style'])}}"),
    one_of!("item condition, product condition", "new" | "used" | "refurbished"),
    one_of!("=condition", "new" | "used" | "refurbished").of(PRODUCTS),
    one_of!("availability, stock status, inventory status, availability status, stock state",
        "in_stock" | "out_of_stock" | "preorder" | "backorder"),
    // Companies.
    string("name, title, display name, business name, trading name, dba name, dba",
        "{{$company.name}}").of(COMPANIES),
    string("company, company name, organization, organisation, org, employer, business name, merchant name, \
         legal business name", "{{$company.name}}"),
    string("organization name, organisation name, org name, vendor name, supplier name, manufacturer name, \
         provider name", "{{$company.name}}"),
    string("merchant, retailer, shop name, seller name, doing business as, trade name, trading name, firm, \
         corporation", "{{$company.name}}"),
    string("publisher, distributor, sponsor, agency, partner name, client name, carrier company, studio, \
         production company, label name", "{{$company.name}}"),
    string("issuer, certificate authority, insurer, acquirer", "{{$company.name}}"),
    string("name", "{{$company.name}}")
        .of("shop store restaurant brewery clinic hospital pharmacy salon gym"),
    string("slogan, motto, catch phrase, catchphrase, tag line, mission", "{{$company.catchPhrase}}"),
    string("industry, sector, business sector, business type, line of business, vertical",
        "{{$helpers.arrayElement(['Retail','Software','Healthcare','Logistics','Education','Hospitality','Finance'])}}"),
    one_of!("legal form, company type, entity type, legal entity type, business structure",
        "corporation" | "llc" | "partnership" | "sole_proprietorship" | "nonprofit"),
    string("registration number, company number, company registration number, business registration number, \
         company registration", "{{$string.numeric(length=8,allowLeadingZeros=false)}}"),
    string("vat, vat number, vat id, eu vat, tax number, tax id, tin, vat no, vat registration number, \
         tax identification number, fiscal code", "{{$location.countryCode}}{{$string.numeric(length=9)}}"),
    string("ein, employer identification number", "{{$helpers.replaceSymbols('##-#######')}}"),
    string("duns, duns number", "{{$string.numeric(length=9)}}"),
    string("lei, legal entity identifier", "{{$string.alphanumeric(length=20,casing='upper')}}"),
    string("mcc, merchant category code",
        "{{$helpers.arrayElement(['5411','5812','5999','5732','7011','4111'])}}"),
    integer("mcc, merchant category code", "{{$helpers.arrayElement([5411,5812,5999,5732,7011,4111])}}"),
    between!("employee count, number of employee, headcount, company size, team size", 5, 2500),
    string("company size, employee range",
        "{{$helpers.arrayElement(['1-10','11-50','51-200','201-500','501-1000'])}}"),
    between!("founded, founded year, year founded, established", 1950, 2022),
    string("founded, founded year, year founded, established", "{{$number.int(min=1950,max=2022)}}"),
    // Prices.
    scalar("price, unit price, price amount, list price, sale price, item price, base price, selling price, \
         retail price, cost price, original price, regular price, current price, net price, gross price, \
         product price, price value, rate per unit, unit cost, unit amount", "{{$record.price}}"),
    scalar("=cost, fare, rent, premium, msrp, rrp", "{{$record.price}}"),
    scalar("quantity, qty, quantity ordered, ordered quantity, item quantity, order quantity, units, \
         number of unit", "{{$record.quantity}}"),
    scalar("subtotal, subtotal price, total before tax, net total, net amount, amount subtotal, items total, \
         line item total, goods total", "{{$record.subtotal}}"),
    scalar("discount, discount amount, total discount, amount discount, promotion discount, rebate, savings, \
         discount total", "{{$record.discount}}"),
    scalar("tax, tax amount, total tax, vat amount, amount tax, tax total, sales tax, total tax amount, \
         item vat amount, duty amount", "{{$record.tax}}"),
    scalar("tax rate, vat rate, tax percentage, vat percentage, tax percent, vat percent, tax rate percent",
        "{{$record.taxRate}}"),
    scalar("total, grand total, total price, order total, total amount, amount total, total due, amount due, \
         total cost, amount paid, amount payable, total paid, total value, invoice total, cart total, \
         total charge", "{{$record.total}}").of(ORDERS),
    scalar("grand total, total price, order total, total amount, amount total, total due, amount due, \
         total cost, amount paid, invoice total, cart total, amount payable, total charge, total paid",
        "{{$record.total}}"),
    scalar("=amount, line total, line amount, extended price, extended amount, row total, amount in cent",
        "{{$record.amount}}").of("item line product"),
    scalar("shipping cost, shipping fee, delivery fee, delivery cost, shipping price, freight, \
         freight amount, handling fee, shipping amount, postage, total shipping, shipping total",
        "{{$number.float(min=0,max=25,fractionDigits=2)}}"),
    scalar("fee, service fee, processing fee, platform fee, application fee, commission, surcharge, \
         service charge, transaction fee, boarding fee, fee amount, gratuity, tip amount, fuel charge, \
         insurance charge, setup fee, late fee, deposit, deposit amount, penalty",
        "{{$number.float(min=1,max=30,fractionDigits=2)}}"),
    scalar("discount percentage, discount percent, discount rate, percent off, discount pct",
        "{{$number.int(min=5,max=40,multipleOf=5)}}"),
    between!("stock, inventory, stock quantity, in stock, stock level, stock count, available quantity, \
         inventory quantity, on hand, quantity available, quantity on hand, units in stock, available stock",
        0, 250),
    string("stock, inventory, stock quantity, stock level, inventory quantity, available quantity",
        "{{$number.int(min=0,max=250)}}"),
    between!("units sold, sold, sales count, order count, reorder level, reorder point, \
         minimum order quantity, moq", 1, 500),
    decimal!("sales, total sales, revenue, turnover, gmv, gross sales, net sales, earnings, profit, income, \
         spend, total spent, lifetime value, ltv, total revenue, mrr, arr", 250, 50_000, 2),
    between!("sales, total sales, revenue, turnover, gross sales, net sales, earnings, profit, income, \
         spend, total spent, lifetime value, mrr, arr", 250, 50_000),
    // Orders.
    string("order number, order no, order ref, order reference, order name, purchase order, \
         purchase order number, po number, merchant order reference", "ORD-{{$string.numeric(length=6)}}"),
    integer("order number, order no, receipt number, invoice number, ticket number",
        "{{$number.int(min=1000,max=9999)}}"),
    string("invoice number, invoice no, invoice reference, invoice ref, bill number",
        "INV-{{$string.numeric(length=6)}}"),
    string("receipt number, receipt no, receipt reference", "RCP-{{$string.numeric(length=6)}}"),
    string("confirmation number, booking reference, booking number, reservation number, booking code, \
         reservation code, pnr, record locator", "{{$string.alphanumeric(length=6,casing='upper')}}"),
    string("ticket number, ticket no, case number, claim number, contract number, policy number, \
         membership number, member number", "{{$string.numeric(length=10,allowLeadingZeros=false)}}"),
    string("tracking number, tracking code, tracking no, shipment number, parcel number, awb, waybill, \
         consignment number, shipment tracking", "1Z{{$string.alphanumeric(length=16,casing='upper')}}"),
    string("customer number, customer no, customer reference, customer code, client number, account no, \
         member no, employee number", "C-{{$string.numeric(length=6)}}"),
    one_of!("order status, order state", "pending" | "processing" | "shipped" | "delivered" | "cancelled"),
    string("status, state",
        "{{$helpers.arrayElement(['pending','processing','shipped','delivered','cancelled'])}}")
        .of("order shipment delivery fulfillment parcel return"),
    one_of!("fulfillment status, shipping status, delivery status, shipment status, fulfilment status",
        "pending" | "in_transit" | "delivered" | "returned"),
    one_of!("order type, sales channel, channel", "online" | "in_store" | "phone")
        .of("order sale checkout payment transaction"),
    string("shipping method, delivery method, shipping option, delivery type, shipping type, \
         fulfillment type, shipment type, shipping service, service level, delivery option",
        "{{$helpers.arrayElement(['standard','express','overnight','pickup'])}}"),
    string("carrier, shipping carrier, courier, shipping company, carrier code, shipping provider, \
         tracking company", "{{$helpers.arrayElement(['UPS','FedEx','DHL','USPS','GLS'])}}"),
    string("coupon, coupon code, promo code, discount code, voucher, voucher code, promotion code, \
         referral code, promo, gift code, redeem code, invite code",
        "{{$helpers.arrayElement(['WELCOME10','SPRING20','SAVE15','FREESHIP'])}}"),
    string("gift card number, gift card code, gan, gift card gan",
        "{{$string.numeric(length=16,allowLeadingZeros=false)}}"),
    string("gift message, delivery note, order note, customer note, buyer note, seller note, \
         special instruction, shipping note", "{{$text.note}}"),
    string("warehouse, warehouse code, store code, location code, depot, bin location, storage location, \
         aisle, shelf", "{{$helpers.replaceSymbols('?-##')}}"),
    one_of!("loyalty tier, membership level, tier, membership type, loyalty level, membership tier, \
         vip level", "bronze" | "silver" | "gold" | "platinum"),
    string("plan, plan name, subscription plan, plan type, pricing plan, subscription type, \
         subscription tier, account plan, package", "{{$text.plan}}"),
    string("name, title, nickname", "{{$text.plan}}").of("plan subscription tier package membership"),
    string("incoterm", "{{$helpers.arrayElement(['EXW','FCA','DAP','DDP'])}}"),
    string("hs code, harmonized code, hs tariff code, tariff number, commodity code",
        "{{$string.numeric(length=6,allowLeadingZeros=false)}}"),
    // Reviews.
    decimal!("rating, average rating, star rating, avg rating, rating average, review score, user rating, \
         stars, vote average, rating value", 3, 5, 1),
    between!("rating, star, star rating, review rating, stars, user rating", 1, 5),
    string("rating, star rating", "{{$number.int(min=1,max=5)}}"),
    string("review, review text, review body, testimonial, review comment, feedback, customer feedback",
        "{{$text.review}}"),
    string("body, text, content, comment, title", "{{$text.review}}").of("review testimonial rating"),
    moment!(day "delivery date, shipping date, ship date, delivered on, pickup date, expected delivery, \
         estimated delivery, delivery estimate, arrival estimate", "date.soon"),
    moment!("delivered at, shipped at, fulfilled at, purchased at, ordered at, paid at, order time, \
         purchase time, placed at, refunded at, captured at, returned at, checked out at, closed at",
        "date.recent"),
    moment!(day "order date, purchase date, invoice date, ordered on, purchased on, sale date, \
         transaction date, issue date, date ordered, receipt date, date of purchase", "date.recent"),
    number("loyalty point, point, reward point, points balance, point balance, lifetime point, \
         promotion point", "{{$number.int(min=10,max=2500,multipleOf=10)}}"),
];

/// What is sold.
const PRODUCTS: &str = "product item goods merchandise variant sku catalog listing good order cart basket \
    invoice receipt purchase variation offer inventory gift";

/// What has a total to be paid.
const ORDERS: &str = "order invoice cart basket bill checkout purchase receipt quote estimate transaction payment sale \
    charge booking reservation price amount cost refund subscription statement money";
