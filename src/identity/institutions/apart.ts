/**
 * Universities that "X University" and "University of X" must not join, since both exist, or since the careless form
 * of one is the other's name.
 *
 * - Washington University is in St. Louis, the University of Washington in Seattle; likewise Miami (Ohio, Florida),
 *   York (Toronto, England), Newcastle (England, Australia), Lincoln (New Zealand and the USA, England), Victoria
 *   (Melbourne and Wellington, Canada), Ottawa (Kansas, Canada), Rochester (Michigan, New York), Windsor (St. Kitts,
 *   Canada), Trinity, Concordia, St. Thomas, St. Francis, St. Joseph, St. Mary, Richmond, Charleston, Portland.
 * - California University was in Pennsylvania, Indiana University is no University of Indianapolis, Pacific University
 *   is in Oregon and the University of the Pacific in California; Columbia University is none of the District of
 *   Columbia or British Columbia.
 * - Seoul University is often meant for Seoul National University, and the University of Seoul is another; Punjab
 *   University is in Chandigarh or in Lahore; New York University is neither the State nor the City University.
 * - American, Catholic, National, Central, Northern, Southern, Eastern, Western, Capital, International and Technology
 *   University are beginnings of many names.
 */
export const APART: ReadonlySet<string> = new Set([
  ...'washington|miami|york|newcastle|lincoln|victoria|ottawa|rochester|windsor|trinity|concordia|richmond'.split('|'),
  ...'st thomas|st francis|st joseph|st mary|charleston|portland|holy cross|mobile|cumberland|evansville'.split('|'),
  ...'california|indiana|pacific|columbia|ohio|dallas|phoenix|findlay|mary|holland|georgia'.split('|'),
  ...'seoul|punjab|panjab|new york|wales|london|america|american|catholic|national|central|northern'.split('|'),
  ...'southern|eastern|western|capital|international|technology|technical|state|medical|normal'.split('|'),
]);
