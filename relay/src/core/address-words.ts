/** Words of addresses such as `quiet-otter-4821`: short, kind, hard to misread. */
export const addressWords: {
  readonly first: readonly string[];
  readonly second: readonly string[];
} = {
  first: (
    'able agile amber ample aqua azure bold brave brief bright brisk broad calm candid casual cheery ' +
    'chief civil clean clear clever coral cosy crisp curly daily dapper daring deep dewy dusky eager ' +
    'early easy elder even exact fair fancy fast fern fine firm fleet fond frank free fresh ' +
    'full gentle glad gold good grand great green handy happy hardy hazel hearty honest humble ideal ' +
    'indigo ivory jade jolly jovial keen kind large late lemon light lilac lively local loyal lucid ' +
    'lucky lunar magic major maple mellow merry mild mint misty modest mossy neat new nimble noble ' +
    'north novel oaken olive open pale patient peach pearl plain plum polar prime proud pure quick ' +
    'quiet rapid ready rich rosy round royal ruby rustic sandy sage serene shiny silent silver sunny'
  ).split(' '),
  second: (
    'acorn alder anchor apple arbor aspen aster badger bamboo basil bay beach beacon beaver birch bison ' +
    'breeze bridge brook cabin canary canyon castle cedar cherry cliff cloud clover comet coral crane creek ' +
    'cricket daisy dawn delta dolphin dove dune eagle egret elm ember falcon fern field finch fjord ' +
    'forest fox garden gecko geyser glacier glade grove gull harbor hare harvest hawk hazel heron hill ' +
    'ibis inlet iris island ivy jasmine jay juniper kayak kestrel kite koala lagoon lake lantern lark ' +
    'laurel lemur lily linden lotus lynx magpie mango maple marble marsh meadow melon mesa moon moose ' +
    'moss nectar nutmeg oak oasis ocean olive orchid osprey otter owl panda pearl pebble pelican pepper ' +
    'pine planet plover pond poppy prairie puffin quail quartz rabbit raven reed ridge river robin rose'
  ).split(' '),
};
