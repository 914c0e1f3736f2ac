/** The closed lists of reference data; the same stand as checks in the tables. */
export const groups = [
  'cannabis', 'opioids', 'cocaine', 'amphetamine_type_stimulants', 'hallucinogens', 'sedatives', 'new_psychoactive_substances', 'precursors', 'other',
] as const;
export const classes = ['drug', 'precursor', 'other'] as const;
export const conventions = ['1961', '1971', '1988', 'national'] as const;
export const forms = [
  'powder', 'crystals', 'tablet', 'capsule', 'liquid', 'resin', 'herb', 'plant', 'oil', 'paste', 'blotter', 'ampoule', 'solution', 'mushroom', 'seed', 'leaf',
  'straw', 'sticker', 'block', 'raw', 'other',
] as const;
export const sizes = ['small', 'large', 'especially_large'] as const;
/** From the widest to the narrowest. */
export const ranks = ['country', 'oblast', 'city', 'rayon', 'town', 'city_rayon', 'settlement'] as const;
export const unitKinds = ['mass', 'volume', 'area', 'count'] as const;
/** How well a conversion factor is founded. */
export const standings = ['stated', 'second_hand', 'assumed'] as const;
export const levels = ['retail', 'wholesale', 'export'] as const;
