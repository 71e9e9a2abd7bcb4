//! Products: nouns with the materials, words and prices that fit them.

use std::fmt::Write as _;

use crate::dynamic::Call;

/// A kind of product.
#[derive(Debug)]
pub(super) struct Kind {
    pub(super) department: &'static str,
    products: &'static [&'static str],
    materials: &'static [&'static str],
    adjectives: &'static [&'static str],
    /// What one of them does, after "that".
    merits: &'static [&'static str],
    /// Whole sentences about any of them.
    remarks: &'static [&'static str],
    pub(super) prices: (f64, f64),
}

/// One product.
#[derive(Debug)]
pub(super) struct Product {
    pub(super) kind: &'static Kind,
    pub(super) noun: &'static str,
    pub(super) adjective: &'static str,
    pub(super) material: &'static str,
    merit: &'static str,
    remark: &'static str,
}

impl Product {
    /// The product that a part is to be told of.
    pub(super) fn of(call: &mut Call<'_>, part: u32) -> Self {
        let mut number = call.share_number("product", part, 1 << 30);
        let mut next = |count: usize| {
            let index = number % count.max(1);
            number /= count.max(1);
            index
        };
        let kind = KINDS.get(next(KINDS.len())).unwrap_or(&FURNITURE);
        let mut pick =
            |texts: &'static [&'static str]| texts.get(next(texts.len())).copied().unwrap_or_default();
        Self {
            kind,
            noun: pick(kind.products),
            material: pick(kind.materials),
            adjective: pick(kind.adjectives),
            merit: pick(kind.merits),
            remark: pick(kind.remarks),
        }
    }

    /// Appends two sentences.
    pub(super) fn describe(&self, out: &mut String) {
        let adjective = self.adjective.to_lowercase();
        let article = if adjective.starts_with(['a', 'e', 'i', 'o', 'u']) { "An" } else { "A" };
        let (noun, material) = (self.noun.to_lowercase(), self.material.to_lowercase());
        // Writing to a string cannot fail.
        let _ = write!(
            out,
            "{article} {adjective} {noun} made of {material} that {}. {}",
            self.merit, self.remark
        );
    }
}

const KINDS: &[Kind] = &[
    FURNITURE,
    Kind {
        department: "Kitchen",
        products: &[
            "Cutting Board",
            "Mixing Bowl",
            "Serving Tray",
            "Storage Jar",
            "Pepper Mill",
            "Utensil Holder",
            "Fruit Bowl",
            "Spice Rack",
            "Salad Bowl",
            "Bread Box",
            "Measuring Cup",
            "Coaster Set",
        ],
        materials: &["Bamboo", "Stainless Steel", "Glass", "Acacia Wood", "Ceramic", "Marble"],
        adjectives: &[
            "Handmade",
            "Classic",
            "Stackable",
            "Elegant",
            "Rustic",
            "Compact",
            "Modern",
            "Durable",
        ],
        merits: &[
            "looks as good on the table as on the counter",
            "stands up to daily use",
            "is easy to clean by hand",
            "makes cooking for guests a little easier",
        ],
        remarks: &[
            "Comes in a recyclable gift box.",
            "Rinse with warm water and dry after use.",
            "A thoughtful present for a new home.",
            "Part of our best-selling kitchen line.",
        ],
        prices: (8.0, 90.0),
    },
    Kind {
        department: "Clothing",
        products: &[
            "T-Shirt",
            "Hoodie",
            "Cardigan",
            "Polo Shirt",
            "Sweater",
            "Jacket",
            "Scarf",
            "Beanie",
            "Summer Dress",
            "Vest",
            "Bathrobe",
            "Raincoat",
        ],
        materials: &["Organic Cotton", "Merino Wool", "Linen", "Fleece", "Recycled Polyester", "Cashmere"],
        adjectives: &[
            "Slim-Fit",
            "Oversized",
            "Lightweight",
            "Soft",
            "Classic",
            "Relaxed",
            "Warm",
            "Essential",
        ],
        merits: &[
            "keeps its shape wash after wash",
            "is comfortable from morning to night",
            "goes with nearly everything",
            "feels soft on the skin",
        ],
        remarks: &[
            "Machine washable at 30 degrees.",
            "Fits true to size.",
            "Available in six colors.",
            "Made in small batches.",
        ],
        prices: (15.0, 180.0),
    },
    Kind {
        department: "Shoes",
        products: &[
            "Running Shoe",
            "Sneaker",
            "Ankle Boot",
            "Loafer",
            "Sandal",
            "Hiking Boot",
            "Slipper",
            "Clog",
        ],
        materials: &["Suede", "Leather", "Canvas", "Knit", "Recycled Rubber", "Felt"],
        adjectives: &[
            "Lightweight",
            "Waterproof",
            "Cushioned",
            "Classic",
            "Breathable",
            "Sturdy",
            "Casual",
            "Flexible",
        ],
        merits: &[
            "needs no breaking in",
            "supports the foot on long days",
            "grips well on wet ground",
            "can be resoled",
        ],
        remarks: &[
            "Order half a size up between sizes.",
            "Comes with a spare pair of laces.",
            "Tested on hundreds of miles of road and trail.",
            "Ships in a box without plastic.",
        ],
        prices: (35.0, 220.0),
    },
    Kind {
        department: "Electronics",
        products: &[
            "Bluetooth Speaker",
            "Phone Stand",
            "Keyboard",
            "Wireless Charger",
            "Laptop Sleeve",
            "Power Bank",
            "Headphone Stand",
            "Webcam",
            "Mouse",
            "Tablet Case",
            "Alarm Clock",
            "Desk Fan",
        ],
        materials: &[
            "Brushed Aluminum",
            "Recycled Plastic",
            "Carbon Fiber",
            "Silicone",
            "Bamboo",
            "Matte Steel",
        ],
        adjectives: &["Portable", "Compact", "Slim", "Ergonomic", "Smart", "Foldable", "Quiet"],
        merits: &[
            "fits on any desk",
            "is set up in less than a minute",
            "travels well in a backpack",
            "works with all common devices",
        ],
        remarks: &[
            "Includes a USB-C cable and a two-year warranty.",
            "No app and no account needed.",
            "Spare parts are available for five years.",
            "Rated 4.6 out of 5 by our customers.",
        ],
        prices: (19.0, 350.0),
    },
    Kind {
        department: "Home",
        products: &[
            "Throw Pillow",
            "Blanket",
            "Table Runner",
            "Curtain",
            "Bath Towel",
            "Rug",
            "Duvet Cover",
            "Laundry Basket",
            "Place Mat",
            "Tablecloth",
        ],
        materials: &["Cotton", "Linen", "Wool", "Jute", "Velvet", "Bamboo Fiber"],
        adjectives: &["Cozy", "Handwoven", "Striped", "Soft", "Natural", "Quilted", "Plain", "Textured"],
        merits: &[
            "makes a room feel finished",
            "adds warmth to any corner of the house",
            "is gentle on sensitive skin",
            "matches the rest of the collection",
        ],
        remarks: &[
            "Machine washable and slow to fade.",
            "Woven by a family business.",
            "Available in three sizes.",
            "Certified free of harmful substances.",
        ],
        prices: (12.0, 160.0),
    },
    Kind {
        department: "Garden",
        products: &[
            "Planter",
            "Watering Can",
            "Bird Feeder",
            "Garden Bench",
            "Hand Trowel",
            "Raised Bed",
            "Garden Lantern",
            "Plant Stand",
            "Trellis",
            "Fire Bowl",
        ],
        materials: &["Galvanized Steel", "Terracotta", "Teak", "Cedar", "Cast Iron", "Copper"],
        adjectives: &[
            "Weatherproof",
            "Rustic",
            "Large",
            "Sturdy",
            "Hanging",
            "Slender",
            "Classic",
            "Handcrafted",
        ],
        merits: &[
            "can stay outside all year",
            "ages beautifully in sun and rain",
            "suits balconies as well as gardens",
            "takes no tools to put up",
        ],
        remarks: &[
            "Store dry over the winter for an even longer life.",
            "Protected against rust and rot.",
            "Care instructions included.",
            "Designed together with gardeners.",
        ],
        prices: (14.0, 280.0),
    },
    Kind {
        department: "Sports",
        products: &[
            "Yoga Mat",
            "Water Bottle",
            "Jump Rope",
            "Dumbbell",
            "Gym Bag",
            "Foam Roller",
            "Resistance Band",
            "Tennis Racket",
            "Climbing Harness",
            "Bike Pump",
        ],
        materials: &["Natural Rubber", "Stainless Steel", "Cork", "Nylon", "Carbon Fiber", "Recycled Foam"],
        adjectives: &[
            "Non-Slip",
            "Lightweight",
            "Heavy-Duty",
            "Compact",
            "Professional",
            "Adjustable",
            "Rugged",
            "Flexible",
        ],
        merits: &[
            "is ready for daily training",
            "holds up to sweat and rain",
            "packs small for the way to the gym",
            "suits beginners and professionals alike",
        ],
        remarks: &[
            "Tested by athletes.",
            "Wipe clean with a damp cloth.",
            "Comes with a carrying strap.",
            "Backed by a 100-day return policy.",
        ],
        prices: (9.0, 190.0),
    },
    Kind {
        department: "Toys",
        products: &[
            "Building Set",
            "Puzzle",
            "Train Set",
            "Stacking Tower",
            "Pull Toy",
            "Memory Game",
            "Balance Board",
            "Dollhouse",
            "Marble Run",
            "Play Kitchen",
        ],
        materials: &[
            "Beech Wood",
            "Recycled Cardboard",
            "Maple",
            "Birch Plywood",
            "Organic Felt",
            "Bioplastic",
        ],
        adjectives: &[
            "Colorful",
            "Educational",
            "Classic",
            "Playful",
            "Handmade",
            "Sturdy",
            "Creative",
            "Mini",
        ],
        merits: &[
            "keeps small hands busy for hours",
            "can be handed down for generations",
            "invites children to invent their own games",
            "fits in with other sets",
        ],
        remarks: &[
            "Recommended for ages three and up.",
            "Painted with water-based colors.",
            "All edges are rounded by hand.",
            "Comes with ideas for ten games.",
        ],
        prices: (9.0, 150.0),
    },
    Kind {
        department: "Jewelry",
        products: &["Necklace", "Bracelet", "Ring", "Pendant", "Anklet", "Brooch", "Charm", "Watch"],
        materials: &["Sterling Silver", "Rose Gold", "Gold", "Pearl", "Titanium", "Brass"],
        adjectives: &[
            "Delicate",
            "Minimalist",
            "Engraved",
            "Vintage",
            "Elegant",
            "Twisted",
            "Polished",
            "Fine",
        ],
        merits: &[
            "can be worn every day",
            "catches the light without shouting",
            "pairs well with other pieces",
            "makes a lasting gift",
        ],
        remarks: &[
            "Nickel free and gentle on the skin.",
            "Delivered in a linen pouch.",
            "Engraving is available on request.",
            "Polish with a soft cloth from time to time.",
        ],
        prices: (25.0, 950.0),
    },
    Kind {
        department: "Office",
        products: &[
            "Notebook",
            "Pen Holder",
            "Document Tray",
            "Monitor Stand",
            "Desk Organizer",
            "Bookend",
            "Planner Cover",
            "Paper Clip Box",
            "Desk Pad",
            "Whiteboard",
        ],
        materials: &["Recycled Paper", "Cork", "Walnut", "Anodized Aluminum", "Felt", "Leather"],
        adjectives: &["Minimalist", "Refillable", "Modular", "Slim", "Practical", "Modern", "Tidy", "Sturdy"],
        merits: &[
            "brings order to a busy desk",
            "helps you find things again",
            "looks good in every meeting",
            "leaves room for what matters",
        ],
        remarks: &[
            "Combines with the other parts of the series.",
            "Discounts from ten pieces on.",
            "Assembled in a sheltered workshop.",
            "Shipped within two working days.",
        ],
        prices: (6.0, 120.0),
    },
    Kind {
        department: "Bags",
        products: &[
            "Backpack",
            "Tote Bag",
            "Messenger Bag",
            "Weekender",
            "Wallet",
            "Belt Bag",
            "Travel Case",
            "Card Holder",
            "Briefcase",
            "Duffel Bag",
        ],
        materials: &["Waxed Canvas", "Leather", "Recycled Nylon", "Cork", "Denim", "Vegan Leather"],
        adjectives: &[
            "Roomy",
            "Water-Resistant",
            "Everyday",
            "Slim",
            "Convertible",
            "Vintage",
            "Urban",
            "Lightweight",
        ],
        merits: &[
            "carries a full day's worth of things",
            "gets better with age",
            "has a pocket for everything",
            "fits under an airplane seat",
        ],
        remarks: &[
            "Repairs are free for the first five years.",
            "With a padded sleeve for a 15-inch laptop.",
            "The zippers are tested ten thousand times.",
            "Made from leftovers of other collections.",
        ],
        prices: (18.0, 320.0),
    },
    Kind {
        department: "Tools",
        products: &[
            "Hammer",
            "Screwdriver Set",
            "Tape Measure",
            "Toolbox",
            "Spirit Level",
            "Hand Saw",
            "Wrench",
            "Work Lamp",
            "Clamp",
            "Utility Knife",
        ],
        materials: &[
            "Forged Steel",
            "Chrome Vanadium",
            "Hickory",
            "Aluminum",
            "Fiberglass",
            "Stainless Steel",
        ],
        adjectives: &[
            "Heavy-Duty",
            "Professional",
            "Compact",
            "Balanced",
            "Magnetic",
            "Precise",
            "Insulated",
            "Reliable",
        ],
        merits: &[
            "lies well in the hand",
            "lasts for a lifetime of projects",
            "belongs in every household",
            "does its work in tight spaces",
        ],
        remarks: &[
            "Comes with a lifetime guarantee.",
            "Used by professionals since 1962.",
            "Meets the safety standards of the trade.",
            "Stored neatly in the matching case.",
        ],
        prices: (7.0, 240.0),
    },
    Kind {
        department: "Pets",
        products: &[
            "Dog Leash",
            "Cat Bed",
            "Food Bowl",
            "Scratching Post",
            "Dog Collar",
            "Travel Crate",
            "Chew Toy",
            "Pet Blanket",
        ],
        materials: &["Nylon", "Sisal", "Stainless Steel", "Natural Rubber", "Cotton Rope", "Felt"],
        adjectives: &[
            "Soft",
            "Chew-Proof",
            "Washable",
            "Reflective",
            "Cozy",
            "Adjustable",
            "Sturdy",
            "Small",
        ],
        merits: &[
            "every pet takes to at once",
            "survives even lively animals",
            "is cleaned in no time",
            "keeps your companion safe and comfortable",
        ],
        remarks: &[
            "Free of harmful dyes.",
            "Checked by veterinarians.",
            "See the size chart before you order.",
            "A part of every sale goes to animal shelters.",
        ],
        prices: (6.0, 110.0),
    },
    Kind {
        department: "Baby",
        products: &[
            "Baby Blanket",
            "Teether",
            "Bib",
            "Rattle",
            "Changing Mat",
            "Sleeping Bag",
            "Baby Carrier",
            "Night Light",
        ],
        materials: &["Organic Cotton", "Muslin", "Silicone", "Beech Wood", "Bamboo Fiber", "Merino Wool"],
        adjectives: &[
            "Gentle",
            "Soft",
            "Breathable",
            "Washable",
            "Calming",
            "Playful",
            "Lightweight",
            "Warm",
        ],
        merits: &[
            "is made for the most delicate skin",
            "helps little ones settle down",
            "fits in every diaper bag",
            "grows with your child",
        ],
        remarks: &[
            "Suitable from birth.",
            "Free of BPA and phthalates.",
            "Can be boiled for cleaning.",
            "Tested by an independent institute.",
        ],
        prices: (8.0, 130.0),
    },
    Kind {
        department: "Outdoors",
        products: &[
            "Tent",
            "Camping Lantern",
            "Sleeping Mat",
            "Hammock",
            "Cooking Set",
            "Thermos Bottle",
            "Trekking Pole",
            "Camping Chair",
            "Headlamp",
            "Cooler",
        ],
        materials: &[
            "Ripstop Nylon",
            "Aluminum",
            "Titanium",
            "Stainless Steel",
            "Recycled Polyester",
            "Carbon Fiber",
        ],
        adjectives: &[
            "Ultralight",
            "Weatherproof",
            "Foldable",
            "Rugged",
            "Compact",
            "Insulated",
            "All-Season",
        ],
        merits: &[
            "weighs next to nothing",
            "is built for bad weather",
            "packs down to the size of a loaf of bread",
            "has crossed mountains and deserts",
        ],
        remarks: &[
            "Repair kit included.",
            "Climate-neutral shipping.",
            "Color may differ slightly from the picture.",
            "Recommended by mountain guides.",
        ],
        prices: (15.0, 480.0),
    },
];

const FURNITURE: Kind = Kind {
    department: "Furniture",
    products: &[
        "Desk Lamp",
        "Bookshelf",
        "Coffee Table",
        "Armchair",
        "Nightstand",
        "Dining Table",
        "Desk",
        "Bar Stool",
        "Coat Rack",
        "Side Table",
        "Wall Shelf",
        "Bench",
    ],
    materials: &["Oak", "Walnut", "Powder-Coated Steel", "Rattan", "Ash", "Birch Plywood"],
    adjectives: &[
        "Compact",
        "Modern",
        "Scandinavian",
        "Solid",
        "Minimalist",
        "Handcrafted",
        "Extendable",
        "Timeless",
    ],
    merits: &[
        "suits small rooms and large ones",
        "is assembled in ten minutes",
        "will be with you for decades",
        "brings calm to a living room",
    ],
    remarks: &[
        "The wood comes from certified forests.",
        "Delivered to your door, old furniture taken back.",
        "Wipe with a dry cloth.",
        "Matching pieces are available.",
    ],
    prices: (49.0, 890.0),
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_complete() {
        for kind in KINDS {
            for list in [kind.products, kind.materials, kind.adjectives, kind.merits, kind.remarks] {
                assert!(list.len() >= 4, "{}", kind.department);
                assert!(list.iter().all(|text| text.trim() == *text && !text.is_empty()));
            }
            assert!(kind.remarks.iter().all(|text| text.ends_with('.')));
            assert!(kind.merits.iter().all(|text| !text.ends_with('.')));
            assert!(kind.prices.0 >= 1.0 && kind.prices.0 < kind.prices.1 && kind.prices.1 <= 1000.0);
        }
    }
}
