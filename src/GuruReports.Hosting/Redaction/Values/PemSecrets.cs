using GuruReports.Hosting.Redaction.Forms;

namespace GuruReports.Hosting.Redaction.Values;

/// <summary>Finds private keys in PEM form. Certificates and public keys are public. Pure.</summary>
internal static class PemSecrets
{
    private const string Begin = "-----BEGIN ";
    private const string End = "-----END ";
    private const string Dashes = "-----";

    /// <summary>Finds the private keys of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spans">Takes what was found: everything between the two lines of dashes.</param>
    public static void Find(string text, SecretSpans spans)
    {
        var from = 0;
        while (text.IndexOf(Begin, from, StringComparison.Ordinal) is >= 0 and var begin)
        {
            from = begin + Begin.Length;
            var labelEnd = text.IndexOf(Dashes, from, StringComparison.Ordinal);
            if (labelEnd < 0)
            {
                return;
            }

            var label = text.AsSpan(from, labelEnd - from);
            var body = labelEnd + Dashes.Length;
            var end = text.IndexOf(End, body, StringComparison.Ordinal);
            from = end < 0 ? text.Length : end;
            if (!IsPublic(label))
            {
                spans.Add(body, from - body);
            }
        }
    }

    private static bool IsPublic(ReadOnlySpan<char> label) =>
        label.EndsWith("CERTIFICATE", StringComparison.Ordinal) || label.EndsWith("PUBLIC KEY", StringComparison.Ordinal)
        || label.EndsWith("CRL", StringComparison.Ordinal) || label.EndsWith("CERTIFICATE REQUEST", StringComparison.Ordinal);
}
