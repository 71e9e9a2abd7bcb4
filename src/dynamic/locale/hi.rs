//! Hindi, of India.

use super::list::list;
use super::{City, Locale, Territory};

pub(super) static LOCALE: Locale = Locale {
    code: "hi",
    language: "hi",
    first_names: [
        list!(
            "प्रिया|Priya, अनीता|Anita, सुनीता|Sunita, कविता|Kavita, पूजा|Pooja, नेहा|Neha, अंजलि|Anjali, रिया|Riya, आराध्या|Aradhya, अनन्या|Ananya, \
             दिव्या|Divya, श्रेया|Shreya, काव्या|Kavya, मीरा|Meera, राधा|Radha, सीता|Sita, गीता|Geeta, लक्ष्मी|Lakshmi, सरस्वती|Saraswati, \
             रेखा|Rekha, ऊषा|Usha, आशा|Asha, शोभा|Shobha, मंजू|Manju, संगीता|Sangeeta, ज्योति|Jyoti, किरण|Kiran, स्वाति|Swati, निशा|Nisha, \
             मधु|Madhu, रश्मि|Rashmi, वंदना|Vandana, शालिनी|Shalini, पल्लवी|Pallavi, दीपिका|Deepika, सोनिया|Sonia, तनवी|Tanvi, \
             ईशा|Isha, सानवी|Saanvi, कल्पना|Kalpana, मालती|Malati, पायल|Payal, आरती|Aarti, शीतल|Sheetal, नंदिनी|Nandini"
        ),
        list!(
            "राहुल|Rahul, अमित|Amit, राजेश|Rajesh, सुरेश|Suresh, रमेश|Ramesh, विजय|Vijay, संजय|Sanjay, अजय|Ajay, अनिल|Anil, सुनील|Sunil, मनोज|Manoj, \
             आरव|Aarav, विवान|Vivaan, आदित्य|Aditya, अर्जुन|Arjun, कृष्ण|Krishna, रोहन|Rohan, करण|Karan, विकास|Vikas, दीपक|Deepak, \
             प्रकाश|Prakash, अशोक|Ashok, मोहन|Mohan, गोपाल|Gopal, हरीश|Harish, नरेश|Naresh, महेश|Mahesh, दिनेश|Dinesh, राकेश|Rakesh, \
             मुकेश|Mukesh, पंकज|Pankaj, नितिन|Nitin, सचिन|Sachin, गौरव|Gaurav, वरुण|Varun, कुणाल|Kunal, ईशान|Ishaan, ध्रुव|Dhruv, \
             कबीर|Kabir, आयुष|Ayush, शिवम|Shivam, यश|Yash, अभिषेक|Abhishek, हर्ष|Harsh, तरुण|Tarun"
        ),
    ],
    last_names: list!(
        "शर्मा|Sharma, वर्मा|Verma, गुप्ता|Gupta, सिंह|Singh, कुमार|Kumar, यादव|Yadav, मिश्रा|Mishra, पांडेय|Pandey, तिवारी|Tiwari, जोशी|Joshi, \
         पटेल|Patel, शाह|Shah, मेहता|Mehta, अग्रवाल|Agarwal, जैन|Jain, चौधरी|Chaudhary, राजपूत|Rajput, चौहान|Chauhan, दुबे|Dubey, \
         त्रिपाठी|Tripathi, श्रीवास्तव|Srivastava, सक्सेना|Saxena, माथुर|Mathur, भट्ट|Bhatt, नायर|Nair, रेड्डी|Reddy, राव|Rao, अय्यर|Iyer, \
         मेनन|Menon, पिल्लई|Pillai, दास|Das, बनर्जी|Banerjee, मुखर्जी|Mukherjee, चटर्जी|Chatterjee, सेन|Sen, घोष|Ghosh, बोस|Bose, \
         दत्ता|Datta, कपूर|Kapoor, खन्ना|Khanna, मल्होत्रा|Malhotra, चोपड़ा|Chopra, अरोड़ा|Arora, भाटिया|Bhatia, सेठी|Sethi, गिल|Gill, \
         ठाकुर|Thakur, राठौर|Rathore, देशमुख|Deshmukh, पाटिल|Patil, कुलकर्णी|Kulkarni, जाधव|Jadhav, शिंदे|Shinde, पवार|Pawar, \
         गायकवाड़|Gaikwad, मोदी|Modi, देसाई|Desai, त्रिवेदी|Trivedi, शुक्ला|Shukla, बाजपेयी|Bajpai, दीक्षित|Dixit, उपाध्याय|Upadhyay, \
         खान|Khan, अंसारी|Ansari, रस्तोगी|Rastogi, बंसल|Bansal, गोयल|Goyal, सिन्हा|Sinha, ओझा|Ojha"
    ),
    middle_names: [
        list!("कुमारी|Kumari, देवी|Devi, रानी|Rani, बाई|Bai, लता|Lata, प्रभा|Prabha, बाला|Bala"),
        list!("कुमार|Kumar, प्रसाद|Prasad, नाथ|Nath, लाल|Lal, चंद्र|Chandra, मोहन|Mohan, राम|Ram, प्रताप|Pratap"),
    ],
    full_name: "{first} {last}",
    prefixes: [list!("श्रीमती, सुश्री, डॉ."), list!("श्री, डॉ.")],
    suffixes: list!("एम.ए., पीएच.डी., MBA, MSc"),
    sexes: ["महिला", "पुरुष"],
    jobs: list!(
        "सॉफ्टवेयर इंजीनियर, परियोजना प्रबंधक, बिक्री प्रबंधक, लेखाकार, विपणन प्रबंधक, डेटा विश्लेषक, ग्राफिक डिज़ाइनर, मानव संसाधन प्रबंधक, सिविल इंजीनियर, \
         चिकित्सक, शिक्षक, वकील, मुख्य कार्यकारी अधिकारी, ग्राहक सेवा प्रतिनिधि, वित्त प्रबंधक, सलाहकार, क्रय अधिकारी, वास्तुकार, शोधकर्ता, उत्पाद प्रबंधक"
    ),
    cities: CITIES,
    abroad: &[],
    companies: list!(
        "{word} प्राइवेट लिमिटेड|{word}-pvt, {word} लिमिटेड|{word}-ltd, {last} एंड संस|{last}-and-sons, {last} इंडस्ट्रीज|{last}-industries, \
         {word} टेक्नोलॉजीज|{word}-tech, {last} ट्रेडर्स|{last}-traders, {word} समूह|{word}-group, {last} {other} एंड कंपनी|{last}-{other}, \
         {word} एंटरप्राइजेज|{word}-enterprises"
    ),
    company_words: list!(
        "भारत|bharat, सूर्य|surya, गंगा|ganga, हिमालय|himalaya, अशोक|ashoka, कमल|kamal, नव|nava, शक्ति|shakti, प्रगति|pragati, विकास|vikas, \
         सागर|sagar, आकाश|aakash, किरण|kiran, मंगल|mangal, राष्ट्र|rashtra, तारा|tara"
    ),
    mail_providers: list!("gmail.com, rediffmail.com, yahoo.co.in, outlook.com, hotmail.com"),
    domain_suffixes: list!("in, in, co.in, com, net.in, org"),
    countries: list!(
        "संयुक्त राज्य अमेरिका, यूनाइटेड किंगडम, जर्मनी, फ़्रांस, स्पेन, इटली, ब्राज़ील, पुर्तगाल, नीदरलैंड, स्वीडन, पोलैंड, तुर्की, रूस, यूक्रेन, सऊदी अरब, मिस्र, \
         संयुक्त अरब अमीरात, ईरान, इज़राइल, भारत, जापान, दक्षिण कोरिया, चीन, ताइवान, वियतनाम, इंडोनेशिया, कनाडा, ऑस्ट्रेलिया, मेक्सिको, अर्जेंटीना, \
         दक्षिण अफ़्रीका, सिंगापुर, न्यूज़ीलैंड, आयरलैंड, स्विट्ज़रलैंड, ऑस्ट्रिया, बेल्जियम, डेनमार्क, नॉर्वे, फ़िनलैंड"
    ),
};

static INDIA: Territory = Territory {
    country: "IN",
    streets: list!(
        "महात्मा गांधी मार्ग, नेहरू मार्ग, स्टेशन रोड, सुभाष मार्ग, राजीव चौक, गांधी नगर, शास्त्री नगर, लाजपत नगर, सदर बाज़ार, सिविल लाइन्स, मॉल रोड, \
         अशोक मार्ग, विवेकानंद मार्ग, तिलक मार्ग, पटेल मार्ग, आज़ाद नगर, इंदिरा नगर, राम नगर, मंदिर मार्ग, स्कूल रोड, कॉलेज रोड, रिंग रोड"
    ),
    street_patterns: list!("{}"),
    building_numbers: list!("%, %#, %##, %#/%"),
    line: "{number} {street}",
    secondary: list!("फ्लैट %0%, तल %, ब्लॉक ?"),
    address: "{line}, {city}, {region} {postal}",
    trunk: "0",
    phones: list!("0@ ####, 098## ######, 097## ######, 070## ######, 088## ######, 094## ######"),
};

const fn city(
    name: &'static str,
    region: (&'static str, &'static str),
    postal: &'static str,
    area: &'static str,
    point: (f32, f32),
) -> City {
    City::new((&INDIA, "Asia/Kolkata"), name, region, postal, area, point)
}

const MAHARASHTRA: (&str, &str) = ("महाराष्ट्र", "MH");
const UTTAR: (&str, &str) = ("उत्तर प्रदेश", "UP");
const GUJARAT: (&str, &str) = ("गुजरात", "GJ");
const MADHYA: (&str, &str) = ("मध्य प्रदेश", "MP");
const RAJASTHAN: (&str, &str) = ("राजस्थान", "RJ");

static CITIES: &[City] = &[
    city("नई दिल्ली", ("दिल्ली", "DL"), "1100##", "11 2###", (28.6139, 77.209)),
    city("मुंबई", MAHARASHTRA, "4000##", "22 2###", (19.076, 72.8777)),
    city("पुणे", MAHARASHTRA, "4110##", "20 2###", (18.5204, 73.8567)),
    city("नागपुर", MAHARASHTRA, "4400##", "712 2##", (21.1458, 79.0882)),
    city("कोलकाता", ("पश्चिम बंगाल", "WB"), "7000##", "33 2###", (22.5726, 88.3639)),
    city("चेन्नई", ("तमिलनाडु", "TN"), "6000##", "44 2###", (13.0827, 80.2707)),
    city("बेंगलुरु", ("कर्नाटक", "KA"), "5600##", "80 2###", (12.9716, 77.5946)),
    city("हैदराबाद", ("तेलंगाना", "TG"), "5000##", "40 2###", (17.385, 78.4867)),
    city("अहमदाबाद", GUJARAT, "3800##", "79 2###", (23.0225, 72.5714)),
    city("सूरत", GUJARAT, "3950##", "261 2##", (21.1702, 72.8311)),
    city("वडोदरा", GUJARAT, "3900##", "265 2##", (22.3072, 73.1812)),
    city("जयपुर", RAJASTHAN, "3020##", "141 2##", (26.9124, 75.7873)),
    city("जोधपुर", RAJASTHAN, "3420##", "291 2##", (26.2389, 73.0243)),
    city("उदयपुर", RAJASTHAN, "3130##", "294 2##", (24.5854, 73.7125)),
    city("लखनऊ", UTTAR, "2260##", "522 2##", (26.8467, 80.9462)),
    city("कानपुर", UTTAR, "2080##", "512 2##", (26.4499, 80.3319)),
    city("वाराणसी", UTTAR, "2210##", "542 2##", (25.3176, 82.9739)),
    city("आगरा", UTTAR, "2820##", "562 2##", (27.1767, 78.0081)),
    city("प्रयागराज", UTTAR, "2110##", "532 2##", (25.4358, 81.8463)),
    city("भोपाल", MADHYA, "4620##", "755 2##", (23.2599, 77.4126)),
    city("इंदौर", MADHYA, "4520##", "731 2##", (22.7196, 75.8577)),
    city("पटना", ("बिहार", "BR"), "8000##", "612 2##", (25.5941, 85.1376)),
    city("रांची", ("झारखंड", "JH"), "8340##", "651 2##", (23.3441, 85.3096)),
    city("रायपुर", ("छत्तीसगढ़", "CG"), "4920##", "771 2##", (21.2514, 81.6296)),
    city("देहरादून", ("उत्तराखंड", "UK"), "2480##", "135 2##", (30.3165, 78.0322)),
    city("चंडीगढ़", ("चंडीगढ़", "CH"), "1600##", "172 2##", (30.7333, 76.7794)),
    city("अमृतसर", ("पंजाब", "PB"), "1430##", "183 2##", (31.634, 74.8723)),
    city("गुवाहाटी", ("असम", "AS"), "7810##", "361 2##", (26.1445, 91.7362)),
    city("भुवनेश्वर", ("ओडिशा", "OD"), "7510##", "674 2##", (20.2961, 85.8245)),
    city("कोच्चि", ("केरल", "KL"), "6820##", "484 2##", (9.9312, 76.2673)),
];
