//! Cars, and what bicycles there are.

/// Who makes cars.
#[derive(Debug)]
pub(super) struct Maker {
    pub(super) name: &'static str,
    /// What their identification numbers begin with.
    pub(super) identifier: &'static str,
    pub(super) models: &'static [Model],
}

/// A model.
#[derive(Debug)]
pub(super) struct Model {
    pub(super) name: &'static str,
    pub(super) body: &'static str,
    pub(super) fuels: &'static [&'static str],
}

const fn model(name: &'static str, body: &'static str, fuels: &'static [&'static str]) -> Model {
    Model { name, body, fuels }
}

const GASOLINE: &[&str] = &["Gasoline"];
const DIESEL: &[&str] = &["Diesel"];
const PETROL_OR_DIESEL: &[&str] = &["Gasoline", "Diesel"];
const HYBRID: &[&str] = &["Hybrid", "Gasoline"];
const ELECTRIC: &[&str] = &["Electric"];

pub(super) const FOCUS: Model = model("Focus", "Hatchback", PETROL_OR_DIESEL);

pub(super) const FORD: Maker = Maker {
    name: "Ford",
    identifier: "1FA",
    models: &[
        model("Fiesta", "Hatchback", PETROL_OR_DIESEL),
        model("Mustang", "Coupe", GASOLINE),
        model("Explorer", "SUV", HYBRID),
        model("F-150", "Pickup", GASOLINE),
        model("Kuga", "SUV", HYBRID),
        model("Transit", "Van", DIESEL),
        model("Puma", "Crossover", HYBRID),
        FOCUS,
    ],
};

pub(super) const MAKERS: &[Maker] = &[
    FORD,
    Maker {
        name: "Toyota",
        identifier: "JTD",
        models: &[
            model("Corolla", "Sedan", HYBRID),
            model("Camry", "Sedan", HYBRID),
            model("Yaris", "Hatchback", HYBRID),
            model("RAV4", "SUV", HYBRID),
            model("Prius", "Hatchback", HYBRID),
            model("Land Cruiser", "SUV", DIESEL),
            model("Hilux", "Pickup", DIESEL),
        ],
    },
    Maker {
        name: "Volkswagen",
        identifier: "WVW",
        models: &[
            model("Golf", "Hatchback", PETROL_OR_DIESEL),
            model("Polo", "Hatchback", GASOLINE),
            model("Passat", "Wagon", PETROL_OR_DIESEL),
            model("Tiguan", "SUV", PETROL_OR_DIESEL),
            model("ID.3", "Hatchback", ELECTRIC),
            model("ID.4", "SUV", ELECTRIC),
            model("Touran", "Minivan", PETROL_OR_DIESEL),
        ],
    },
    Maker {
        name: "BMW",
        identifier: "WBA",
        models: &[
            model("1 Series", "Hatchback", PETROL_OR_DIESEL),
            model("3 Series", "Sedan", PETROL_OR_DIESEL),
            model("5 Series", "Sedan", PETROL_OR_DIESEL),
            model("X3", "SUV", PETROL_OR_DIESEL),
            model("X5", "SUV", PETROL_OR_DIESEL),
            model("Z4", "Convertible", GASOLINE),
            model("i4", "Sedan", ELECTRIC),
        ],
    },
    Maker {
        name: "Mercedes-Benz",
        identifier: "WDD",
        models: &[
            model("A-Class", "Hatchback", PETROL_OR_DIESEL),
            model("C-Class", "Sedan", PETROL_OR_DIESEL),
            model("E-Class", "Wagon", PETROL_OR_DIESEL),
            model("GLC", "SUV", PETROL_OR_DIESEL),
            model("S-Class", "Sedan", PETROL_OR_DIESEL),
            model("Sprinter", "Van", DIESEL),
            model("EQB", "SUV", ELECTRIC),
        ],
    },
    Maker {
        name: "Audi",
        identifier: "WAU",
        models: &[
            model("A1", "Hatchback", GASOLINE),
            model("A3", "Hatchback", PETROL_OR_DIESEL),
            model("A4", "Sedan", PETROL_OR_DIESEL),
            model("A6", "Wagon", PETROL_OR_DIESEL),
            model("Q3", "SUV", PETROL_OR_DIESEL),
            model("Q5", "SUV", PETROL_OR_DIESEL),
            model("TT", "Coupe", GASOLINE),
        ],
    },
    Maker {
        name: "Honda",
        identifier: "1HG",
        models: &[
            model("Civic", "Hatchback", HYBRID),
            model("Accord", "Sedan", HYBRID),
            model("CR-V", "SUV", HYBRID),
            model("HR-V", "Crossover", HYBRID),
            model("Jazz", "Hatchback", HYBRID),
            model("Odyssey", "Minivan", GASOLINE),
        ],
    },
    Maker {
        name: "Nissan",
        identifier: "JN1",
        models: &[
            model("Micra", "Hatchback", GASOLINE),
            model("Qashqai", "SUV", PETROL_OR_DIESEL),
            model("Leaf", "Hatchback", ELECTRIC),
            model("X-Trail", "SUV", PETROL_OR_DIESEL),
            model("Juke", "Crossover", GASOLINE),
            model("Altima", "Sedan", GASOLINE),
        ],
    },
    Maker {
        name: "Hyundai",
        identifier: "KMH",
        models: &[
            model("i20", "Hatchback", GASOLINE),
            model("i30", "Hatchback", PETROL_OR_DIESEL),
            model("Tucson", "SUV", HYBRID),
            model("Kona", "Crossover", HYBRID),
            model("Ioniq 5", "Crossover", ELECTRIC),
            model("Santa Fe", "SUV", PETROL_OR_DIESEL),
        ],
    },
    Maker {
        name: "Kia",
        identifier: "KNA",
        models: &[
            model("Picanto", "Hatchback", GASOLINE),
            model("Ceed", "Hatchback", PETROL_OR_DIESEL),
            model("Sportage", "SUV", HYBRID),
            model("Niro", "Crossover", HYBRID),
            model("EV6", "Crossover", ELECTRIC),
            model("Sorento", "SUV", PETROL_OR_DIESEL),
        ],
    },
    Maker {
        name: "Renault",
        identifier: "VF1",
        models: &[
            model("Clio", "Hatchback", PETROL_OR_DIESEL),
            model("Megane", "Hatchback", PETROL_OR_DIESEL),
            model("Captur", "Crossover", HYBRID),
            model("Zoe", "Hatchback", ELECTRIC),
            model("Kangoo", "Van", DIESEL),
            model("Scenic", "Minivan", PETROL_OR_DIESEL),
        ],
    },
    Maker {
        name: "Peugeot",
        identifier: "VF3",
        models: &[
            model("208", "Hatchback", PETROL_OR_DIESEL),
            model("308", "Hatchback", PETROL_OR_DIESEL),
            model("508", "Sedan", PETROL_OR_DIESEL),
            model("2008", "Crossover", PETROL_OR_DIESEL),
            model("3008", "SUV", PETROL_OR_DIESEL),
            model("Partner", "Van", DIESEL),
        ],
    },
    Maker {
        name: "Citroen",
        identifier: "VF7",
        models: &[
            model("C3", "Hatchback", PETROL_OR_DIESEL),
            model("C4", "Hatchback", PETROL_OR_DIESEL),
            model("C5 Aircross", "SUV", PETROL_OR_DIESEL),
            model("Berlingo", "Van", DIESEL),
        ],
    },
    Maker {
        name: "Fiat",
        identifier: "ZFA",
        models: &[
            model("500", "Hatchback", HYBRID),
            model("Panda", "Hatchback", HYBRID),
            model("Tipo", "Sedan", PETROL_OR_DIESEL),
            model("Ducato", "Van", DIESEL),
        ],
    },
    Maker {
        name: "Volvo",
        identifier: "YV1",
        models: &[
            model("V60", "Wagon", PETROL_OR_DIESEL),
            model("S60", "Sedan", HYBRID),
            model("XC40", "SUV", HYBRID),
            model("XC60", "SUV", HYBRID),
            model("XC90", "SUV", PETROL_OR_DIESEL),
            model("EX30", "SUV", ELECTRIC),
        ],
    },
    Maker {
        name: "Skoda",
        identifier: "TMB",
        models: &[
            model("Fabia", "Hatchback", GASOLINE),
            model("Octavia", "Wagon", PETROL_OR_DIESEL),
            model("Superb", "Wagon", PETROL_OR_DIESEL),
            model("Kodiaq", "SUV", PETROL_OR_DIESEL),
            model("Enyaq", "SUV", ELECTRIC),
        ],
    },
    Maker {
        name: "SEAT",
        identifier: "VSS",
        models: &[
            model("Ibiza", "Hatchback", GASOLINE),
            model("Leon", "Hatchback", PETROL_OR_DIESEL),
            model("Arona", "Crossover", GASOLINE),
            model("Ateca", "SUV", PETROL_OR_DIESEL),
        ],
    },
    Maker {
        name: "Opel",
        identifier: "W0L",
        models: &[
            model("Corsa", "Hatchback", PETROL_OR_DIESEL),
            model("Astra", "Hatchback", PETROL_OR_DIESEL),
            model("Mokka", "Crossover", PETROL_OR_DIESEL),
            model("Insignia", "Wagon", PETROL_OR_DIESEL),
            model("Vivaro", "Van", DIESEL),
        ],
    },
    Maker {
        name: "Mazda",
        identifier: "JM1",
        models: &[
            model("Mazda2", "Hatchback", HYBRID),
            model("Mazda3", "Hatchback", GASOLINE),
            model("CX-5", "SUV", PETROL_OR_DIESEL),
            model("MX-5", "Convertible", GASOLINE),
            model("CX-30", "Crossover", GASOLINE),
        ],
    },
    Maker {
        name: "Subaru",
        identifier: "JF1",
        models: &[
            model("Impreza", "Hatchback", GASOLINE),
            model("Outback", "Wagon", GASOLINE),
            model("Forester", "SUV", HYBRID),
            model("BRZ", "Coupe", GASOLINE),
        ],
    },
    Maker {
        name: "Suzuki",
        identifier: "JSA",
        models: &[
            model("Swift", "Hatchback", HYBRID),
            model("Vitara", "SUV", HYBRID),
            model("Jimny", "SUV", GASOLINE),
            model("Ignis", "Hatchback", HYBRID),
        ],
    },
    Maker {
        name: "Chevrolet",
        identifier: "1G1",
        models: &[
            model("Malibu", "Sedan", GASOLINE),
            model("Camaro", "Coupe", GASOLINE),
            model("Silverado", "Pickup", PETROL_OR_DIESEL),
            model("Tahoe", "SUV", PETROL_OR_DIESEL),
            model("Bolt", "Hatchback", ELECTRIC),
        ],
    },
    Maker {
        name: "Jeep",
        identifier: "1C4",
        models: &[
            model("Wrangler", "SUV", GASOLINE),
            model("Compass", "SUV", HYBRID),
            model("Renegade", "SUV", HYBRID),
            model("Grand Cherokee", "SUV", HYBRID),
        ],
    },
    Maker {
        name: "Tesla",
        identifier: "5YJ",
        models: &[
            model("Model 3", "Sedan", ELECTRIC),
            model("Model S", "Sedan", ELECTRIC),
            model("Model X", "SUV", ELECTRIC),
            model("Model Y", "SUV", ELECTRIC),
        ],
    },
    Maker {
        name: "Porsche",
        identifier: "WP0",
        models: &[
            model("911", "Coupe", GASOLINE),
            model("Cayenne", "SUV", GASOLINE),
            model("Macan", "SUV", GASOLINE),
            model("Panamera", "Sedan", GASOLINE),
            model("Taycan", "Sedan", ELECTRIC),
        ],
    },
    Maker {
        name: "Land Rover",
        identifier: "SAL",
        models: &[
            model("Defender", "SUV", PETROL_OR_DIESEL),
            model("Discovery", "SUV", PETROL_OR_DIESEL),
            model("Range Rover", "SUV", PETROL_OR_DIESEL),
            model("Evoque", "SUV", PETROL_OR_DIESEL),
        ],
    },
    Maker {
        name: "MINI",
        identifier: "WMW",
        models: &[
            model("Cooper", "Hatchback", GASOLINE),
            model("Clubman", "Wagon", PETROL_OR_DIESEL),
            model("Countryman", "Crossover", PETROL_OR_DIESEL),
        ],
    },
    Maker {
        name: "Lexus",
        identifier: "JTH",
        models: &[
            model("ES", "Sedan", HYBRID),
            model("RX", "SUV", HYBRID),
            model("UX", "Crossover", HYBRID),
            model("IS", "Sedan", GASOLINE),
        ],
    },
    Maker {
        name: "Dacia",
        identifier: "UU1",
        models: &[
            model("Sandero", "Hatchback", GASOLINE),
            model("Duster", "SUV", PETROL_OR_DIESEL),
            model("Jogger", "Minivan", GASOLINE),
            model("Spring", "Hatchback", ELECTRIC),
        ],
    },
    Maker {
        name: "Polestar",
        identifier: "LPS",
        models: &[model("Polestar 2", "Sedan", ELECTRIC), model("Polestar 3", "SUV", ELECTRIC)],
    },
];

pub(super) const COLORS: &[&str] = &[
    "Alpine White",
    "Arctic Silver",
    "Black",
    "Blue",
    "Bordeaux Red",
    "Bronze",
    "Brown",
    "Champagne",
    "Dark Blue",
    "Dark Gray",
    "Dark Green",
    "Deep Black",
    "Gold",
    "Graphite Gray",
    "Gray",
    "Green",
    "Ivory",
    "Light Blue",
    "Metallic Blue",
    "Midnight Blue",
    "Ocean Blue",
    "Olive Green",
    "Orange",
    "Pearl White",
    "Racing Green",
    "Red",
    "Ruby Red",
    "Sand",
    "Silver",
    "Slate Gray",
    "Snow White",
    "Sunset Orange",
    "Titanium Gray",
    "White",
    "Yellow",
];

pub(super) const BICYCLES: &[&str] = &[
    "Adventure Road Bicycle",
    "BMX Bicycle",
    "Cargo Bicycle",
    "City Bicycle",
    "Comfort Bicycle",
    "Cruiser Bicycle",
    "Cyclocross Bicycle",
    "Dual-Sport Bicycle",
    "Electric Bicycle",
    "Fat Bike",
    "Fitness Bicycle",
    "Fixed-Gear Bicycle",
    "Folding Bicycle",
    "Gravel Bicycle",
    "Hybrid Bicycle",
    "Mountain Bicycle",
    "Recumbent Bicycle",
    "Road Bicycle",
    "Tandem Bicycle",
    "Time Trial Bicycle",
    "Touring Bicycle",
    "Track Bicycle",
    "Triathlon Bicycle",
];
