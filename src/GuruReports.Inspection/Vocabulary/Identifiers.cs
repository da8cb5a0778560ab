using System.Text;

namespace GuruReports.Inspection.Vocabulary;

/// <summary>Sees through what makes each name of a kind another one: GUIDs, long numbers, hashes. Pure.</summary>
internal static class Identifiers
{
    /// <summary>What stands in their place.</summary>
    public const string Placeholder = "{id}";

    private const int LongNumber = 6;
    private const int LongHash = 16;
    private static readonly int[] s_guid = [8, 4, 4, 4, 12];

    /// <summary>Returns a name with a placeholder for each identifier; the name itself where it has none.</summary>
    public static string Fold(string name)
    {
        StringBuilder? text = null;
        var copied = 0;
        for (var index = 0; index < name.Length;)
        {
            var length = LengthAt(name, index);
            if (length == 0)
            {
                index++;
                continue;
            }

            (text ??= new StringBuilder(name.Length)).Append(name.AsSpan(copied, index - copied)).Append(Placeholder);
            index += length;
            copied = index;
        }

        return text is null ? name : text.Append(name.AsSpan(copied)).ToString();
    }

    private static int LengthAt(string name, int index)
    {
        var first = name[index];
        if (!char.IsAsciiHexDigit(first) || (index > 0 && char.IsAsciiDigit(first) && char.IsAsciiDigit(name[index - 1])))
        {
            return 0;
        }

        // In the middle of a word hexadecimal digits are letters.
        if (index == 0 || !char.IsAsciiLetterOrDigit(name[index - 1]))
        {
            if (GuidAt(name, index) is > 0 and var guid)
            {
                return guid;
            }

            var hash = Run(name, index, char.IsAsciiHexDigit);
            if (hash >= LongHash && EndsAt(name, index + hash) && name.AsSpan(index, hash).ContainsAnyInRange('0', '9'))
            {
                return hash;
            }
        }

        return Run(name, index, char.IsAsciiDigit) is >= LongNumber and var number ? number : 0;
    }

    private static int GuidAt(string name, int index)
    {
        var at = index;
        for (var part = 0; part < s_guid.Length; part++)
        {
            if (Run(name, at, char.IsAsciiHexDigit) != s_guid[part] || (part < s_guid.Length - 1 && (at + s_guid[part] >= name.Length || name[at + s_guid[part]] != '-')))
            {
                return 0;
            }

            at += s_guid[part] + 1;
        }

        return EndsAt(name, at - 1) ? at - 1 - index : 0;
    }

    private static bool EndsAt(string name, int index) => index >= name.Length || !char.IsAsciiLetterOrDigit(name[index]);

    private static int Run(string name, int index, Func<char, bool> isPart)
    {
        var end = index;
        while (end < name.Length && isPart(name[end]))
        {
            end++;
        }

        return end - index;
    }
}
