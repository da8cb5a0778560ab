using System.Buffers;
using GuruReports.Hosting.Redaction.Forms;

namespace GuruReports.Hosting.Redaction.Values;

/// <summary>
/// Finds tokens whose shape gives them away. Linear in the length of the text. Allocates nothing, so that it also works
/// where the heap is full and a report is needed most. Pure.
/// </summary>
internal static class TokenShapes
{
    private const string Digits = "0123456789";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static readonly SearchValues<char> s_alphanumeric = SearchValues.Create(Digits + Lower + Upper);
    private static readonly SearchValues<char> s_word = SearchValues.Create(Digits + Lower + Upper + "_");
    private static readonly SearchValues<char> s_dashed = SearchValues.Create(Digits + Lower + Upper + "-");
    private static readonly SearchValues<char> s_url = SearchValues.Create(Digits + Lower + Upper + "_-");
    private static readonly SearchValues<char> s_base64 = SearchValues.Create(Digits + Lower + Upper + "+/=");
    private static readonly SearchValues<char> s_path = SearchValues.Create(Digits + Lower + Upper + "_/-");
    private static readonly SearchValues<char> s_mailPath = SearchValues.Create(Digits + Lower + Upper + "_@/-");
    private static readonly SearchValues<char> s_azure = SearchValues.Create(Digits + Lower + Upper + "_~.-");
    private static readonly SearchValues<char> s_capitals = SearchValues.Create(Digits + Upper);
    private static readonly SearchValues<char> s_small = SearchValues.Create(Digits + Lower);
    private static readonly SearchValues<char> s_hexadecimal = SearchValues.Create(Digits + "abcdefABCDEF");
    private static readonly SearchValues<char> s_digits = SearchValues.Create(Digits);

    private static readonly TokenShape[] s_shapes = [.. Shapes()];

    // What a text without any token is passed over by.
    private static readonly SearchValues<string> s_marks = SearchValues.Create([.. s_shapes.Select(shape => shape.Mark)], StringComparison.Ordinal);

    /// <summary>Finds the tokens of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spans">Takes what was found.</param>
    public static void Find(string text, SecretSpans spans)
    {
        var from = 0;
        var failed = default((TokenShape? Shape, int Until));
        while (from < text.Length && text.AsSpan(from).IndexOfAny(s_marks) is >= 0 and var hit)
        {
            from = FindAt(text, from + hit, spans, ref failed);
        }
    }

    // Returns where the search goes on. A shape that failed in a long run of characters is not tried again in the same run.
    private static int FindAt(string text, int mark, SecretSpans spans, ref (TokenShape? Shape, int Until) failed)
    {
        foreach (var shape in s_shapes)
        {
            var isTried = ReferenceEquals(shape, failed.Shape) && mark < failed.Until;
            if (isTried || !text.AsSpan(mark).StartsWith(shape.Mark, StringComparison.Ordinal) || shape.Start(text, mark) is not (>= 0 and var start))
            {
                continue;
            }

            var (end, isToken) = shape.End(text, mark);
            if (isToken)
            {
                spans.Add(start, end - start);
                return end;
            }

            failed = (shape, end);
        }

        return mark + 1;
    }

    private static IEnumerable<TokenShape> Shapes() =>
    [
        new("eyJ", new(s_url, 8), new(s_url, 2, Separator: '.'), new(s_url, 0, Separator: '.'), new(s_url, 1, Separator: '.', MayLack: true), new(s_url, 1, Separator: '.', MayLack: true)) { JoinsLeft = true },
        .. Each(["AKIA", "ASIA", "ABIA", "ACCA"], new(s_capitals, 16, 16), endsWord: true),
        .. Each(["ghp_", "gho_", "ghu_", "ghs_", "ghr_"], new(s_alphanumeric, 20)),
        .. Each(["sk_live_", "sk_test_", "rk_live_", "rk_test_"], new(s_alphanumeric, 10)),
        .. Each(["hvs.", "hvb.", "hvr."], new(s_url, 24)),
        .. Each(["dop_v1_", "doo_v1_", "dor_v1_"], new(s_hexadecimal, 64, 64)),
        .. Each(["glpat-", "dckr_pat_", "sk-", "ya29."], new(s_url, 20)),
        .. Each(["hooks.slack.com/services/", "hooks.slack.com/workflows/", "hooks.slack.com/triggers/"], new(s_path, 1), joinsLeft: true),
        new("github_pat_", new TokenPart(s_word, 22)),
        new("xox", new(s_small, 1, 1), new(s_dashed, 10, Separator: '-')),
        new("xapp-", new TokenPart(s_dashed, 10)),
        new("whsec_", new TokenPart(s_base64, 16)),
        new("AIza", new TokenPart(s_url, 35, 35)),
        new("npm_", new TokenPart(s_alphanumeric, 36, 36)),
        new("oy2", new TokenPart(s_small, 43, 43)) { EndsWord = true },
        new("SG.", new(s_url, 16), new(s_url, 16, Separator: '.')),
        new("8Q~", new TokenPart(s_azure, 31, 34)) { Before = new TokenPart(s_azure, 3) },
        new("pypi-", new TokenPart(s_url, 50)),
        new("hf_", new TokenPart(s_alphanumeric, 30)),
        new("shpat_", new TokenPart(s_hexadecimal, 32, 32)),
        new("EAAC", new TokenPart(s_alphanumeric, 30)),
        new("lin_api_", new TokenPart(s_alphanumeric, 32)),
        new("AGE-SECRET-KEY-", new TokenPart(s_capitals, 40)),
        new("/api/webhooks/", new(s_digits, 1), new(s_url, 1, Separator: '/')) { JoinsLeft = true },
        new("/webhookb2/", new TokenPart(s_mailPath, 1)) { JoinsLeft = true },
    ];

    private static IEnumerable<TokenShape> Each(IEnumerable<string> marks, TokenPart part, bool endsWord = false, bool joinsLeft = false) =>
        marks.Select(mark => new TokenShape(mark, part) { EndsWord = endsWord, JoinsLeft = joinsLeft });
}
