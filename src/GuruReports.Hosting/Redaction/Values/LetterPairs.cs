namespace GuruReports.Hosting.Redaction.Values;

/// <summary>How often a letter follows another in words and names.</summary>
/// <remarks>
/// Counted over 186 000 different words: the names and the documentation of .NET's public types, and the translated messages of
/// common programs in seventeen languages. A digit is the bits that the letter costs: 2 is frequent, 9 hardly ever seen.
/// </remarks>
internal static class LetterPairs
{
    // The first row is the beginning of a word, then one row a letter; the columns are a to z.
    private static readonly string[] s_bits =
    [
        "45545555574545549434556976",
        "55548757565343859343557976",
        "36882988368397489457498969",
        "39693992374687399565599975",
        "37862888387675379556478976",
        "67556657575452869234768686",
        "37873478278488289465499979",
        "38972856487574489436488969",
        "29962999366466399464488969",
        "46454658665452468534759986",
        "29962899496576389746489997",
        "38893997395586289544478969",
        "37852767376366479855479969",
        "25872889397646449767489989",
        "38533637386775489843579957",
        "75546757575443659345555985",
        "39773787498477349255499979",
        "47957999699877788567097999",
        "36652767375656379654468966",
        "47473686384566459742578965",
        "28882897387776389454478957",
        "55555667555343659333668976",
        "28882899398785478667589959",
        "28773998398895479658699937",
        "36463697397676539752578759",
        "46454766565534449534566967",
        "27762977386664469865476946",
    ];

    /// <summary>Returns what a letter costs behind another.</summary>
    /// <param name="before">The letter before it, in lower case; <c>\0</c> at the beginning of a word.</param>
    /// <param name="letter">The letter, in lower case.</param>
    public static int Bits(char before, char letter) => s_bits[before == '\0' ? 0 : before - 'a' + 1][letter - 'a'] - '0';
}
