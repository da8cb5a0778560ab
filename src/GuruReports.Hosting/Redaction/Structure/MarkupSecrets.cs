using GuruReports.Hosting.Redaction.Forms;
using GuruReports.Hosting.Redaction.Keys;
using GuruReports.Hosting.Redaction.Values;

namespace GuruReports.Hosting.Redaction.Structure;

/// <summary>
/// Finds the content of XML and HTML elements whose name, or whose name attribute, says that it is secret:
/// <c>&lt;Password&gt;x&lt;/Password&gt;</c>, <c>&lt;setting name="DbPassword"&gt;&lt;value&gt;x&lt;/value&gt;</c>. Pure.
/// </summary>
internal static class MarkupSecrets
{
    private const int LongestName = 96;
    private const int LongestTag = 1024;

    /// <summary>Finds the secrets of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spans">Takes what was found.</param>
    public static void Find(string text, SecretSpans spans)
    {
        var isNamed = false;
        for (var from = 0; from < text.Length && text.IndexOf('<', from) is >= 0 and var open;)
        {
            from = FindAt(text, open + 1, ref isNamed, spans);
        }
    }

    private static int FindAt(string text, int start, ref bool isNamed, SecretSpans spans)
    {
        var name = Name(text, start < text.Length && text[start] == '/' ? start + 1 : start);
        var close = text.AsSpan(start, Math.Min(LongestTag, text.Length - start)).IndexOf('>');
        if (name.IsEmpty || close <= 0)
        {
            return start;
        }

        close += start;
        if (text[start] is '/' or '?' or '!')
        {
            return close;
        }

        var isInside = isNamed;
        isNamed = HasSecretName(text.AsSpan(start, close - start));
        if (text[close - 1] == '/')
        {
            return close;
        }

        var (from, end) = Content(text, close + 1);
        var content = text.AsSpan(from, end - from);
        var verdict = KeyVerdicts.Of(name);
        if (verdict is KeyVerdict.Identity)
        {
            spans.Know(from, content.Length);
        }

        var isSecret = verdict is KeyVerdict.Secret || (verdict is KeyVerdict.Weak && !SecretValues.IsShown(content)) || isNamed || (isInside && !NamedValue.IsName(name));
        if (isSecret && !SecretValues.IsTrivial(content) && !SecretValues.IsPublic(content) && !(name is "PWD" && content is ['/', ..]))
        {
            spans.Add(from, content.Length);
        }

        // <key>ApiSecret</key><string>x</string>: the next element has the value.
        isNamed |= NamedValue.IsName(name) && NamedValue.IsSecretName(content.Trim());
        return end;
    }

    private static (int From, int End) Content(string text, int from)
    {
        var isRaw = text.AsSpan(from).StartsWith("<![CDATA[");
        from = isRaw ? from + 9 : from;
        var end = isRaw ? text.IndexOf("]]>", from, StringComparison.Ordinal) : text.IndexOf('<', from);
        return (from, end < 0 ? text.Length : end);
    }

    // <wsse:Password Type="…">: the name without its space.
    private static ReadOnlySpan<char> Name(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < LongestName && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-' or '.' or ':'))
        {
            end++;
        }

        // <HashAsync>d__12 and <T> are names of the compiler; an element has its end or attributes.
        var name = text.AsSpan(start, end - start);
        return name.LastIndexOf(':') is >= 0 and var colon ? name[(colon + 1)..] : name;
    }

    private static bool HasSecretName(ReadOnlySpan<char> tag)
    {
        foreach (var attribute in (ReadOnlySpan<string>)["name=\"", "key=\"", "id=\"", "Name=\"", "Key=\"", "name='", "key='"])
        {
            if (tag.IndexOf(attribute) is >= 0 and var at)
            {
                var value = tag[(at + attribute.Length)..];
                var end = value.IndexOf(attribute[^1]);
                if (end > 0 && NamedValue.IsSecretName(value[..end]))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
