using System.Buffers;
using System.Text.RegularExpressions;

namespace GuruReports.Hosting.Redaction;

/// <summary>Finds tokens whose shape gives them away. Linear in the length of the text. Pure.</summary>
internal static class TokenShapes
{
    // Each alternative begins with one of these, so that a text without any is passed over quickly.
    private static readonly SearchValues<string> s_starts = SearchValues.Create(
        [
            "eyJ", "AKIA", "ASIA", "ABIA", "ACCA", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "xox", "xapp-", "sk_live_", "sk_test_",
            "rk_live_", "rk_test_", "whsec_", "AIza", "ya29.", "sk-", "npm_", "oy2", "SG.", "8Q~", "pypi-", "dop_v1_", "doo_v1_", "dor_v1_", "hvs.", "hvb.",
            "hvr.", "hf_", "hooks.slack.com/", "/api/webhooks/", "/webhookb2/", "dckr_pat_", "shpat_", "EAAC", "lin_api_", "AGE-SECRET-KEY-",
        ],
        StringComparison.Ordinal);

    private static readonly SearchValues<string> s_schemes = SearchValues.Create(["bearer", "basic", "digest"], StringComparison.OrdinalIgnoreCase);

    private static readonly Regex s_shapes = new(
        string.Join(
            '|',
            @"eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{2,}\.[A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+){0,2}",
            @"\b(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}\b",
            @"\bgh[pousr]_[A-Za-z0-9]{20,}",
            @"\bgithub_pat_[A-Za-z0-9_]{22,}",
            @"\bglpat-[A-Za-z0-9_-]{20,}",
            @"\bxox[a-z]-[A-Za-z0-9-]{10,}",
            @"\bxapp-[A-Za-z0-9-]{10,}",
            @"\b[sr]k_(?:live|test)_[A-Za-z0-9]{10,}",
            @"\bwhsec_[A-Za-z0-9+/=]{16,}",
            @"\bAIza[0-9A-Za-z_-]{35}",
            @"\bya29\.[0-9A-Za-z_-]{20,}",
            @"\bsk-[A-Za-z0-9_-]{20,}",
            @"\bnpm_[A-Za-z0-9]{36}",
            @"\boy2[a-z0-9]{43}\b",
            @"\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}",
            @"[A-Za-z0-9_~.-]{3}8Q~[A-Za-z0-9_~.-]{31,34}",
            @"\bpypi-[A-Za-z0-9_-]{50,}",
            @"\bdo[opr]_v1_[a-f0-9]{64}",
            @"\bhv[sbr]\.[A-Za-z0-9_-]{24,}",
            @"\bhf_[A-Za-z0-9]{30,}",
            @"\bdckr_pat_[A-Za-z0-9_-]{20,}",
            @"\bshpat_[a-fA-F0-9]{32}",
            @"\bEAAC[A-Za-z0-9]{30,}",
            @"\blin_api_[A-Za-z0-9]{32,}",
            @"\bAGE-SECRET-KEY-[0-9A-Z]{40,}",
            @"hooks\.slack\.com/(?:services|workflows|triggers)/[A-Za-z0-9_/-]+",
            @"/api/webhooks/[0-9]+/[A-Za-z0-9_-]+",
            @"/webhookb2/[A-Za-z0-9_@/-]+"),
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly Regex s_schemeValues = new(
        @"\b(?:bearer|basic|digest)(?:\s|%20|\+)+""?([A-Za-z0-9._~+/-]{6,}=*)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Finds the tokens of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spans">Takes what was found.</param>
    public static void Find(string text, SecretSpans spans)
    {
        if (text.AsSpan().ContainsAny(s_starts))
        {
            foreach (var match in s_shapes.EnumerateMatches(text))
            {
                spans.Add(match.Index, match.Length);
            }
        }

        if (text.AsSpan().ContainsAny(s_schemes))
        {
            FindSchemeValues(text, spans);
        }
    }

    private static void FindSchemeValues(string text, SecretSpans spans)
    {
        foreach (Match match in s_schemeValues.Matches(text))
        {
            var value = match.Groups[1];
            if (!IsWord(value.ValueSpan))
            {
                spans.Add(value.Index, value.Length);
            }
        }
    }

    // "Basic authentication", "bearer tokens": prose has letters of one kind only.
    private static bool IsWord(ReadOnlySpan<char> text)
    {
        var rest = text.Length > 1 ? text[1..].TrimEnd('.') : text;
        return !rest.ContainsAnyExceptInRange('a', 'z') || (rest.Length < 20 && rest.Contains('-') && !rest.ContainsAnyInRange('0', '9') && !rest.ContainsAnyInRange('A', 'Z'));
    }
}
