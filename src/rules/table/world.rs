//! Fields of life: travel, vehicles, food, animals, health, weather, homes, sports, games.

use crate::rules::rule::{Rule, between, decimal, moment, number, one_of, scalar, string};

// One rule after the other, as in a table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    // Travel.
    string("airline, airline name, operating carrier name, marketing airline, operating airline",
        "{{$airline.airlineName}}"),
    string("name", "{{$airline.airlineName}}").of("airline"),
    string("airline code, airline iata, airline iata code, carrier iata, operating carrier, \
         marketing carrier, airline designator code, carrier iata code, validating carrier",
        "{{$airline.airlineIataCode}}"),
    string("airport, airport name, departure airport name, arrival airport name", "{{$airline.airportName}}"),
    string("name", "{{$airline.airportName}}").of("airport"),
    string("airport code, iata, iata code, departure airport, arrival airport, origin airport, \
         destination airport, origin iata, destination iata, depart airport, destination code, origin code, \
         arrival airport code", "{{$airline.airportIataCode}}"),
    string("=from, =to, =origin, =destination, =departure, =arrival", "{{$airline.airportIataCode}}")
        .of("flight segment leg slice"),
    string("flight number, flight no, flight, flight code",
        "{{$airline.airlineIataCode}}{{$airline.flightNumber}}"),
    number("flight number", "{{$airline.flightNumber}}"),
    string("seat, seat number, seat no, seat code, seat assignment", "{{$airline.seat}}"),
    string("aircraft, aircraft type, aircraft name, plane, airplane, airplane name, aircraft model, \
         equipment type", "{{$airline.airplaneName}}"),
    string("gate, departure gate, arrival gate, boarding gate",
        "{{$helpers.arrayElement(['A','B','C','D'])}}{{$number.int(min=1,max=48)}}"),
    string("terminal, departure terminal, arrival terminal, platform track", "{{$number.int(min=1,max=5)}}"),
    one_of!("cabin, cabin class, travel class, fare class, booking class, service class, class of travel, \
         class of service, cabin type, seat class", "economy" | "premium_economy" | "business" | "first"),
    one_of!("fare type, fare basis, fare family", "Light" | "Standard" | "Flex"),
    string("hotel, hotel name, accommodation name, lodging, hotel chain, accommodation",
        "{{$helpers.arrayElement(['Harbour View Hotel','Hotel Central','Parkside Inn','The Old Mill'])}}"),
    string("name",
        "{{$helpers.arrayElement(['Harbour View Hotel','Hotel Central','Parkside Inn','The Old Mill'])}}")
        .of("hotel accommodation lodging hostel resort"),
    one_of!("room type, accommodation type, room category, bed type, room class",
        "single" | "double" | "twin" | "suite"),
    between!("guest, adult, guests, number of guest, party size, adults, number of adult, group size, \
         passenger count, traveler count, pax, people count, covers, seats reserved, number of passenger, \
         occupancy, max occupancy, max guest", 1, 6),
    between!("child, children, infant, number of child, number of rooms, rooms, bedroom, bathroom, \
         bathrooms, bedrooms, beds, bed, number of bedroom", 0, 4),
    one_of!("trip type, journey type", "one_way" | "round_trip" | "multi_city"),
    one_of!("transport mode, travel mode, transport type, mode of transport, vehicle mode, \
         transportation type", "car" | "train" | "bus" | "bicycle" | "walking"),
    string("route, route name, line name, bus line, train line, line number, route number, train number",
        "{{$helpers.arrayElement(['10','42','M2','S5','X7'])}}")
        .of("transit bus train tram metro trip route stop departure line"),
    string("train number, route number, bus number, line number",
        "{{$helpers.arrayElement(['IC 204','RE 5','ICE 71','S 8'])}}"),
    string("station, station name, stop name, bus stop, terminal name", "{{$location.street}} Station"),
    moment!("departure time, departure, departs at, departed at, departure at, scheduled departure, \
         pickup time, pickup at, boarding at, takeoff time, pick up time", "record.startsAt"),
    moment!("arrival time, arrival, arrives at, arrived at, arrival at, scheduled arrival, dropoff time, \
         dropoff at, landing time, return time, drop off time", "record.endsAt"),
    moment!(day "arrival date, flight date, departure day", "record.startsAt"),
    // Vehicles.
    string("vehicle, vehicle name, car, car name, automobile", "{{$vehicle.vehicle}}"),
    string("name", "{{$vehicle.vehicle}}").of("vehicle car truck"),
    string("make, manufacturer, brand, car make, vehicle make, vehicle manufacturer",
        "{{$vehicle.manufacturer}}").of("vehicle car truck automobile motorcycle"),
    string("car make, vehicle make, vehicle brand, car brand", "{{$vehicle.manufacturer}}"),
    string("model, car model, vehicle model, trim", "{{$vehicle.model}}")
        .of("vehicle car truck automobile motorcycle"),
    string("car model, vehicle model", "{{$vehicle.model}}"),
    string("vehicle type, car type, vehicle class, body type, body style, vehicle category",
        "{{$vehicle.type}}"),
    string("vin, vehicle identification number, chassis number", "{{$vehicle.vin}}"),
    string("license plate, plate, plate number, number plate, registration plate, vehicle registration, \
         license plate number, vrm, registration mark", "{{$vehicle.vrm}}"),
    string("fuel, fuel type, engine type", "{{$vehicle.fuel}}"),
    string("color, colour", "{{$vehicle.color}}").of("vehicle car truck"),
    one_of!("transmission, gearbox, gear type", "automatic" | "manual"),
    one_of!("drivetrain, drive type", "fwd" | "rwd" | "awd"),
    between!("mileage, odometer, odometer reading, miles, kilometers, km, distance km, mileage km, range km",
        1_200, 160_000),
    between!("horsepower, engine power, power hp", 70, 450),
    string("bicycle, bike, bike type", "{{$vehicle.bicycle}}"),
    // Food.
    string("dish, dish name, recipe, recipe name, meal, meal name, menu item, food, food name, entree, \
         dessert", "{{$food.dish}}"),
    string("name, title", "{{$food.dish}}").of("dish recipe meal food"),
    string("description", "{{$food.description}}").of("dish recipe meal food"),
    string("ingredient, ingredient name, ingredients, topping", "{{$food.ingredient}}"),
    string("name", "{{$food.ingredient}}").of("ingredient"),
    string("fruit", "{{$food.fruit}}"),
    string("vegetable", "{{$food.vegetable}}"),
    string("spice", "{{$food.spice}}"),
    string("meat", "{{$food.meat}}"),
    string("cuisine, cuisine type, food category, kitchen type", "{{$food.ethnicCategory}}"),
    one_of!("meal type, course, meal time", "breakfast" | "lunch" | "dinner" | "snack"),
    string("course, course name, course title", "{{$text.title}}")
        .of("student enrollment class lesson school university education curriculum learning"),
    one_of!("diet, dietary restriction, dietary preference, allergen, allergens, dietary",
        "vegetarian" | "vegan" | "gluten-free" | "lactose-free"),
    between!("calorie, calories, kcal, energy kcal", 80, 900),
    decimal!("calorie, calories, protein, fat, carb, carbohydrate, sugar, fiber, sodium, cholesterol",
        0, 60, 1),
    between!("protein, fat, carb, carbohydrate, sugar, fiber", 0, 60),
    between!("serving, servings, portion, yield", 1, 8),
    string("serving size, portion size, yield, portion", "{{$number.int(min=1,max=8)}} servings"),
    one_of!("difficulty, difficulty level, skill level", "easy" | "medium" | "hard"),
    // Animals.
    string("name", "{{$animal.petName}}").of("pet animal dog cat horse puppy kitten"),
    string("=pet, pet name, animal name", "{{$animal.petName}}"),
    string("breed, dog breed", "{{$animal.dog}}"),
    string("cat breed", "{{$animal.cat}}"),
    string("breed", "{{$animal.cat}}").of("cat"),
    string("=species, animal, animal type, animal species, pet type, =animals", "{{$animal.type}}"),
    string("type, kind", "{{$animal.type}}").of("pet animal"),
    string("bird", "{{$animal.bird}}"),
    string("horse", "{{$animal.horse}}"),
    string("fish", "{{$animal.fish}}"),
    // Health.
    string("diagnosis, disease, illness, medical condition, symptom, reason for visit, health condition, \
         chief complaint, allergy, allergies, symptoms",
        "{{$helpers.arrayElement(['Hypertension','Seasonal allergy','Migraine','Type 2 diabetes','Asthma'])}}"),
    string("condition",
        "{{$helpers.arrayElement(['Hypertension','Seasonal allergy','Migraine','Type 2 diabetes','Asthma'])}}")
        .of("patient medical health diagnosis"),
    string("medication, medicine, drug, medication name, drug name, prescription, active ingredient",
        "{{$helpers.arrayElement(['Ibuprofen','Amoxicillin','Metformin','Lisinopril','Cetirizine'])}}"),
    string("name",
        "{{$helpers.arrayElement(['Ibuprofen','Amoxicillin','Metformin','Lisinopril','Cetirizine'])}}")
        .of("medication medicine drug"),
    string("dosage, dose, medication strength",
        "{{$helpers.arrayElement(['200 mg','500 mg','1 tablet daily','5 ml'])}}"),
    string("icd code, icd10, icd10 code, diagnosis code, icd",
        "{{$helpers.arrayElement(['I10','J45.909','E11.9','G43.909','M54.5'])}}"),
    string("npi, npi number, mrn, medical record number, nhs number, insurance number, \
         health insurance number, patient number", "{{$string.numeric(length=10,allowLeadingZeros=false)}}"),
    string("vaccine, vaccine name, immunization",
        "{{$helpers.arrayElement(['Influenza','Tetanus','Hepatitis B','MMR'])}}"),
    string("procedure name, treatment, therapy, medical procedure, lab test, test name",
        "{{$helpers.arrayElement(['Blood panel','X-ray','Physical therapy','ECG','MRI scan'])}}"),
    string("insurance, insurance provider, insurance company, health plan", "{{$company.name}}"),
    string("blood pressure", "{{$number.int(min=105,max=135)}}/{{$number.int(min=65,max=88)}}"),
    between!("heart rate, pulse, bpm heart, resting heart rate, avg heart rate, max heart rate, \
         average heart rate", 52, 165),
    between!("systolic", 105, 140),
    between!("diastolic", 65, 90),
    between!("spo2, oxygen saturation", 93, 100),
    between!("glucose, blood glucose, glucose level", 70, 140),
    between!("step count, steps, daily step", 2_000, 14_000)
        .of("activity fitness health daily workout day summary"),
    decimal!("body temperature", 36, 38, 1),
    decimal!("bmi", 18, 31, 1),
    decimal!("weight, body weight, weight kg", 48, 105, 1).of("person patient user player athlete profile"),
    between!("weight, body weight, weight kg", 48, 105).of("person patient user player athlete profile"),
    // Weather and things that measure.
    decimal!("temperature, temp, temperature c, temp c, feels like, dew point, ambient temperature, \
         temp celsius, min temp, max temp, temp min, temp max, temperature 2m, indoor temperature, \
         outdoor temperature, target temperature, setpoint", -5, 34, 1),
    between!("temperature, temp, temperature c, temp c, feels like, min temp, max temp, temp min, temp max, \
         target temperature, setpoint", -5, 34),
    string("temperature, temp, feels like", "{{$number.int(min=-5,max=34)}} °C"),
    between!("temperature f, temp f, fahrenheit", 25, 95),
    between!("humidity, relative humidity, moisture, soil moisture", 20, 95),
    between!("pressure, air pressure, barometric pressure, atmospheric pressure, sea level pressure",
        985, 1_035),
    decimal!("wind speed, windspeed, wind gust, gust", 0, 22, 1),
    between!("wind speed, windspeed, wind gust, gust", 0, 22),
    decimal!("precipitation, rainfall, rain, snow, snowfall, precip", 0, 18, 1),
    between!("cloud cover, clouds, precipitation probability, chance of rain", 0, 100),
    between!("uv index, uvi, aqi, air quality index", 0, 11),
    between!("visibility", 2_000, 10_000).of("weather observation forecast"),
    one_of!("weather, weather condition, weather description, forecast, condition text",
        "Sunny" | "Partly cloudy" | "Light rain" | "Overcast" | "Snow"),
    decimal!("co2, pm25, pm10, o3, no2, so2", 5, 60, 1),
    between!("co2, co2 level, pm25, pm10, ppm", 5, 900),
    between!("battery, battery level, battery percentage, battery percent, state of charge, soc, \
         charge level, brightness, signal strength percent, fill level, volume level", 5, 100),
    scalar("battery, battery level, battery percentage", "{{$number.int(min=5,max=100)}}"),
    between!("rssi, signal strength, dbm, rsrp", -95, -40),
    decimal!("voltage, volt", 210, 240, 1),
    between!("voltage", 210, 240),
    decimal!("current, ampere, amp, amperage", 0.1, 15, 2)
        .of("meter power device sensor charger outlet plug measurement"),
    decimal!("power, watt, wattage, power consumption, active power, power w", 5, 2_400, 1),
    between!("power, watt, wattage, power consumption, active power", 5, 2_400),
    decimal!("kwh, energy consumption, consumption, energy usage, energy used, total energy", 0.5, 40, 2),
    decimal!("speed, velocity, avg speed, average speed, max speed, ground speed, pace", 5, 110, 1),
    between!("speed, velocity, avg speed, max speed", 5, 110),
    decimal!("distance, distance meter, distance km, radius, length km, total distance, range meter, \
         distance mile, error distance", 0.5, 40, 2),
    between!("distance, distance meter, radius, radius meter, search radius, total distance, max distance",
        50, 5_000),
    decimal!("weight, gross weight, net weight, package weight, item weight, mass, shipping weight, \
         total weight, weight kg", 0.1, 25, 2),
    between!("weight gram, weight g, grams, gross weight, package weight, mass", 50, 5_000),
    string("weight", "{{$number.float(min=0.1,max=25,fractionDigits=1)}} kg"),
    string("height, length, width, depth, size cm", "{{$number.int(min=5,max=190)}} cm"),
    string("distance, radius, range", "{{$number.int(min=1,max=40)}} km"),
    string("speed", "{{$number.int(min=5,max=90)}} km/h"),
    decimal!("volume, capacity liter, tank volume", 0.2, 60, 1),
    between!("capacity, seating capacity, max capacity, seat count, number of seat, available seat, seats, \
         max attendee, max participant, spots, available spot, remaining seat", 2, 250),
    one_of!("sensor type, measurement type, sensor, reading type",
        "temperature" | "humidity" | "motion" | "light"),
    one_of!("connectivity, connection type, network connection, connection status, connection state, \
         online status, presence", "online" | "offline" | "idle"),
    // Chemistry and units.
    string("unit, unit of measure, uom, unit of measurement, measurement unit, unit name, measure unit, \
         units, unit code", "{{$text.unit}}"),
    string("weight unit, mass unit", "{{$helpers.arrayElement(['kg','g','lb','oz'])}}"),
    string("length unit, distance unit, dimension unit, height unit",
        "{{$helpers.arrayElement(['cm','m','in','km'])}}"),
    string("temperature unit, temp unit", "{{$helpers.arrayElement(['celsius','fahrenheit'])}}"),
    string("element, chemical element", "{{$science.chemicalElementName}}")
        .of("chemical chemistry compound atom"),
    // Homes.
    one_of!("home type, housing type, real estate type, dwelling type",
        "apartment" | "house" | "condo" | "townhouse"),
    between!("square feet, sqft, living area, floor area, square meter, sqm, lot size, square footage",
        35, 320),
    between!("year built, built year, construction year", 1935, 2023),
    string("amenity, amenities",
        "{{$helpers.arrayElement(['wifi','parking','pool','air conditioning','breakfast','gym'])}}"),
    // Sports, games, school.
    string("team, team name, home team, away team, club, club name, opponent, winner, squad",
        "{{$location.city}} {{$helpers.arrayElement(['Rovers','United','Hawks','Lions','Wanderers'])}}")
        .of("match game league tournament player sport fixture standing season competition score"),
    string("home team, away team, opponent, club name",
        "{{$location.city}} {{$helpers.arrayElement(['Rovers','United','Hawks','Lions','Wanderers'])}}"),
    string("league, league name, tournament, competition, championship, division name, cup",
        "{{$helpers.arrayElement(['Premier League','Northern Division','City Cup','Champions Series'])}}"),
    one_of!("sport, sport type, sport name", "football" | "basketball" | "tennis" | "running" | "cycling"),
    between!("home score, away score, goal, goals, assists, home goal, away goal, wins, losses, draws, win, \
         loss, kills, deaths", 0, 12),
    one_of!("grade, letter grade", "A" | "B+" | "B" | "C" | "A-"),
    between!("grade, grade level, school grade", 1, 12),
    decimal!("gpa, grade point average", 2, 4, 2),
    string("class name, classroom, lesson, subject name, course code",
        "{{$helpers.arrayElement(['Algebra I','World History','Biology','Creative Writing'])}}")
        .of("student school teacher lesson timetable enrollment grade"),
    string("school name, university name",
        "{{$helpers.arrayElement(['Northfield University','Lakeside College','Riverdale Institute','Westbrook University'])}}"),
    string("damage dice, hit dice, dice, hit points roll, damage at, die",
        "{{$number.int(min=1,max=4)}}d{{$helpers.arrayElement([4,6,8,10,12])}}"),
    one_of!("damage type, element type", "fire" | "cold" | "lightning" | "poison" | "slashing"),
    one_of!("alignment", "left" | "center" | "right"),
    string("alignment", "{{$helpers.arrayElement(['neutral','lawful good','chaotic good','chaotic evil'])}}")
        .of("monster character race creature"),
    between!("strength, dexterity, constitution, intelligence, wisdom, charisma, armor class, defense, \
         attack, agility, stamina, hp, mp, mana, health, experience point, xp, ability score", 8, 20),
    string("planet, planet name", "{{$helpers.arrayElement(['Mercury','Venus','Mars','Jupiter','Saturn'])}}"),
    string("name", "{{$helpers.arrayElement(['Mercury','Venus','Mars','Jupiter','Saturn'])}}").of("planet"),
    string("plant, plant name, flower, tree",
        "{{$helpers.arrayElement(['Lavender','Oak','Basil','Maple','Orchid'])}}"),
    string("holiday, holiday name",
        "{{$helpers.arrayElement(['New Year','Labour Day','Good Friday','Thanksgiving'])}}"),
    string("name", "{{$helpers.arrayElement(['New Year','Labour Day','Good Friday','Thanksgiving'])}}")
        .of("holiday"),
];
