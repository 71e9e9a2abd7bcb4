//! Money: amounts, currencies, accounts, cards, payments.

use crate::rules::rule::{Rule, between, decimal, number, one_of, scalar, string};

// One rule after the other, as in a table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    // Amounts.
    scalar("amount, sum, amount value, payment amount, transaction amount, amount money, invoice amount, \
         refund amount, gross amount, charge amount, transfer amount, order amount, paid amount, \
         donation amount, authorised amount, captured amount, minimum amount, maximum amount, payout amount",
        "{{$record.amount}}"),
    scalar("value", "{{$record.amount}}").of("amount money price cost payment total"),
    scalar("balance, available balance, account balance, current balance, opening balance, closing balance, \
         wallet balance, ledger balance, outstanding balance, ending balance, starting balance, \
         credit balance", "{{$finance.amount}}"),
    scalar("credit limit, overdraft limit, spending limit, budget, loan amount, principal, debt, equity, \
         asset value, net worth, donation, salary base", "{{$finance.amount(min=500,max=20000)}}"),
    scalar("amount *", "{{$record.amount}}"),
    scalar("salary, annual salary, annual income, monthly income, compensation, gross salary, base salary, \
         yearly income", "{{$number.int(min=28000,max=140000,multipleOf=500)}}"),
    scalar("hourly rate, hourly wage, wage, pay rate, day rate, regular hours rate",
        "{{$number.float(min=14,max=95,fractionDigits=2)}}"),
    decimal!("interest rate, apr, apy, annual percentage rate, interest, coupon rate, yield, dividend yield, \
         ratepay interest rate", 0.5, 9, 2),
    scalar("interest rate, apr, apy, interest", "{{$number.float(min=0.5,max=9,fractionDigits=2)}}"),
    decimal!("exchange rate, fx rate, conversion rate, rate exchange, currency rate, currency exchange rate",
        0.5, 1.8, 4),
    scalar("exchange rate, fx rate, currency rate", "{{$number.float(min=0.5,max=1.8,fractionDigits=4)}}"),
    decimal!("open price, high price, low price, close price, open, high, low, close, last price, bid, ask, \
         strike price, market price, share price, stock price, previous close, bid price, ask price",
        20, 450, 2),
    decimal!("market cap, market capitalization", 1_000_000, 2_000_000_000, 0),
    between!("market cap, market capitalization", 1_000_000, 2_000_000_000),
    between!("trading volume, volume traded", 1_000, 5_000_000),
    string("stock symbol, ticker, ticker symbol, stock ticker, trading symbol",
        "{{$helpers.arrayElement(['AAPL','MSFT','GOOGL','AMZN','NVDA','SAP'])}}"),
    string("symbol", "{{$helpers.arrayElement(['AAPL','MSFT','GOOGL','AMZN','NVDA','SAP'])}}")
        .of("stock quote ticker security instrument equity share trade"),
    string("isin", "US{{$string.numeric(length=10)}}"),
    one_of!("exchange, stock exchange, market exchange", "NASDAQ" | "NYSE" | "LSE" | "XETRA"),
    // Currencies.
    string("currency, currency code, iso currency, currency iso, base currency, target currency, \
         from currency, to currency, default currency, billing currency, settlement currency, \
         payout currency, card issuing currency, quote currency", "{{$finance.currencyCode}}"),
    string("code, iso code", "{{$finance.currencyCode}}").of("currency"),
    string("name", "{{$finance.currencyName}}").of("currency"),
    string("symbol", "{{$finance.currencySymbol}}").of("currency"),
    string("currency name", "{{$finance.currencyName}}"),
    string("currency symbol", "{{$finance.currencySymbol}}"),
    // Accounts.
    string("iban, iban number, account iban", "{{$finance.iban}}"),
    string("bic, swift, swift code, bic code, bic swift, swift bic", "{{$finance.bic}}"),
    string("account number, bank account number, bank account, acct number, acc number, account num, \
         deposit account number", "{{$finance.accountNumber}}"),
    string("account name, account title, account, merchant account, bank account name",
        "{{$finance.accountName}}"),
    string("name", "{{$finance.accountName}}").of("account wallet ledger"),
    string("routing number, aba, aba number, aba routing number, bank code, routing transit number, \
         transit number, fednow routing", "{{$finance.routingNumber}}"),
    string("sort code, bank sort code, branch sort code", "{{$helpers.replaceSymbols('##-##-##')}}"),
    string("bsb, bsb number", "{{$helpers.replaceSymbols('###-###')}}"),
    string("ifsc, ifsc code", "{{$helpers.replaceSymbols('????0######')}}"),
    string("branch code, bank branch, bank location id", "{{$string.numeric(length=4)}}"),
    string("bank, bank name, issuing bank, acquiring bank, issuer bank, financial institution, \
         bank institution name",
        "{{$helpers.arrayElement(['First National Bank','Union Savings Bank','Harbor Credit Union','Northern Trust Bank'])}}"),
    one_of!("account type, bank account type", "checking" | "savings" | "business")
        .of("bank account ach payment transfer deposit"),
    one_of!("bank account type", "checking" | "savings"),
    // Cards.
    string("card number, credit card number, pan, credit card, cc number, card no, debit card number, \
         payment card number, encrypted card number", "{{$finance.creditCardNumber}}"),
    string("cvv, cvc, cvv2, security code, card security code, cvc2, csc, card code, card cvc, card cvv, \
         encrypted security code", "{{$finance.creditCardCVV}}"),
    string("card type, card brand, card network, credit card type, card scheme, credit card issuer, \
         card issuer, card product", "{{$finance.creditCardIssuer}}"),
    string("brand, scheme, network, product", "{{$finance.creditCardIssuer}}")
        .of("card payment token wallet src tap"),
    string("brand, selected brand, overwrite brand, supported brand", "{{$finance.creditCardIssuer}}")
        .of("method store"),
    scalar("last four, last 4, last4 digit, last 4 digit, last four digit, card last four, last digit, \
         card last digit", "{{$string.numeric(length=4,allowLeadingZeros=false)}}"),
    string("last 4, last4, pan suffix, account number suffix, card last 4, dpan suffix",
        "{{$string.numeric(length=4)}}"),
    number("pan suffix", "{{$number.int(min=1000,max=9999)}}"),
    string("bin, card bin, iin, issuer bin, acquirer bin, bank identification number, network token bin",
        "{{$helpers.replaceSymbols('4#####')}}"),
    string("expiry month, expiration month, exp month, card exp month, encrypted expiry month, expire month",
        "{{$helpers.arrayElement(['01','03','05','06','08','10','12'])}}"),
    between!("expiry month, expiration month, exp month, card exp month, expire month", 1, 12),
    scalar("expiry year, expiration year, exp year, card exp year, encrypted expiry year, expire year",
        "{{$number.int(min=2027,max=2032)}}"),
    string("expiration, expiry, expiry date, expiration date, exp date, card expiry, valid thru",
        "{{$helpers.arrayElement(['03/28','07/28','11/29','05/30','12/31'])}}").of("card"),
    string("card expiry, card expiration, card expiry date, card expiration date, exp month year",
        "{{$helpers.arrayElement(['03/28','07/28','11/29','05/30','12/31'])}}"),
    one_of!("funding, funding type, funding source, card funding, funding method",
        "credit" | "debit" | "prepaid"),
    string("pin, pin number, card pin, pincode number", "{{$finance.pin}}"),
    one_of!("entry method, pos entry mode, card entry method", "chip" | "contactless" | "swipe" | "keyed"),
    one_of!("avs result, avs result raw, avs status, cvv status, cvc result, cvc result raw, cvv result, \
         avs code, cvv code", "Y" | "N" | "M" | "U"),
    // Payments.
    string("payment method, payment type, payment method type, pay method, method of payment, \
         payment option, tender type, payment mode, allowed payment method, blocked payment method, \
         payment method variant",
        "{{$helpers.arrayElement(['card','paypal','bank_transfer','apple_pay','google_pay'])}}"),
    one_of!("payment status, payment state, billing status, invoice status, charge status, financial status",
        "pending" | "paid" | "failed" | "refunded"),
    string("status, state", "{{$helpers.arrayElement(['pending','completed','failed','refunded'])}}")
        .of("payment charge refund transaction payout transfer invoice settlement deposit dispute"),
    string("transaction type", "{{$finance.transactionType}}"),
    string("type", "{{$finance.transactionType}}").of("transaction"),
    string("transaction description, statement descriptor, payment description, shopper statement, \
         statement description, recurring statement, statement description identifier, soft descriptor, \
         remittance information, payment reason, memo line", "{{$finance.transactionDescription}}"),
    string("description", "{{$finance.transactionDescription}}")
        .of("transaction payment charge payout transfer refund"),
    string("payment reference, transaction reference, psp reference, bank reference, reference number, \
         ref no, merchant reference, reference code, original reference, network payment reference, \
         payment psp reference, capture psp reference, merchant transaction reference",
        "{{$string.alphanumeric(length=16,casing='upper')}}"),
    string("reference, ref, reference id, external reference, shopper reference, recurring detail reference, \
         shopper notification reference", "{{$string.alphanumeric(length=12,casing='upper')}}"),
    string("auth code, authorization code, approval code, authcode, auth result code, authorisation code",
        "{{$string.numeric(length=6)}}").of("payment card transaction charge authorization authorisation"),
    string("approval code, authorisation mid", "{{$string.numeric(length=6)}}"),
    string("refusal reason, decline reason, failure reason, domestic refusal reason, refusal reason raw, \
         decline message, failure message",
        "{{$helpers.arrayElement(['Insufficient funds','Card expired','Transaction declined','Invalid card number'])}}"),
    one_of!("refusal reason code, decline code, failure code",
        "insufficient_funds" | "expired_card" | "card_declined" | "incorrect_cvc"),
    one_of!("dispute reason, chargeback reason", "fraudulent" | "duplicate" | "product_not_received"),
    one_of!("refund reason, return reason", "requested_by_customer" | "damaged" | "wrong_item"),
    one_of!("recurring frequency, billing frequency, billing interval, billing cycle, billing period, \
         payment frequency, payment interval, subscription interval, renewal period, payment schedule",
        "monthly" | "quarterly" | "yearly"),
    one_of!("eci, eci indicator", "05" | "06" | "07"),
    one_of!("trans status, three ds status, three d authenticated, three d offered, \
         three d authenticated response, white list status", "Y" | "N" | "A" | "U"),
    one_of!("payment term, payment terms", "net 30" | "net 14" | "due on receipt"),
    one_of!("wallet type, wallet name, digital wallet", "apple_pay" | "google_pay" | "paypal"),
    one_of!("loan type, credit type", "mortgage" | "personal" | "auto" | "student"),
    between!("installment, installment count, number of installment, number of payment, loan term, \
         term month, maximum number of installment, minimum number of installment", 3, 36),
    string("number of installment, maximum number of installment, minimum number of installment, \
         installment value", "{{$number.int(min=2,max=12)}}"),
    between!("credit score, fico score", 560, 820),
    string("debit credit, credit debit indicator, dc indicator",
        "{{$helpers.arrayElement(['credit','debit'])}}"),
    string("virtual payment address, vpa, upi id, upi", "{{$internet.username}}@examplebank"),
    // Wallets on chains.
    string("bitcoin address, btc address, btc receive address, deposit address",
        "{{$finance.bitcoinAddress}}"),
    string("ethereum address, eth address, wallet address, contract address, wallet public address, \
         token address", "{{$finance.ethereumAddress}}"),
    string("transaction hash, tx hash, txid, block hash",
        "0x{{$string.hexadecimal(length=64,prefix='',casing='lower')}}"),
    between!("block number, block height", 15_000_000, 21_000_000),
    one_of!("blockchain, crypto, coin, cryptocurrency", "bitcoin" | "ethereum" | "solana" | "polygon"),
    between!("gas, gas limit, gas used", 21_000, 250_000),
    string("tax form, tax category, tax code, tax class, tax type",
        "{{$helpers.arrayElement(['standard','reduced','zero','exempt'])}}"),
    string("cost center, cost centre, cost allocation account, gl code, ledger code, account code",
        "{{$string.numeric(length=4,allowLeadingZeros=false)}}"),
    string("fiscal year, financial year, tax year", "{{$number.int(min=2021,max=2026)}}"),
    one_of!("fiscal quarter, quarter", "Q1" | "Q2" | "Q3" | "Q4"),
    between!("quarter, fiscal quarter", 1, 4),
];
