namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>Names of types without what they are generic of.</summary>
internal static class PlainNames
{
    /// <summary>The name without anything between angle brackets, and without numbers of parameters.</summary>
    public static string Of(string name)
    {
        if (name.AsSpan().IndexOfAny('<', '`') < 0)
        {
            return name;
        }

        var result = new System.Text.StringBuilder(name.Length);
        var depth = 0;
        for (var i = 0; i < name.Length; i++)
        {
            var letter = name[i];
            if (letter == '`' && depth == 0)
            {
                while (i + 1 < name.Length && char.IsAsciiDigit(name[i + 1]))
                {
                    i++;
                }

                continue;
            }

            depth += letter == '<' ? 1 : 0;
            if (depth == 0)
            {
                result.Append(letter);
            }

            depth -= letter == '>' && depth > 0 ? 1 : 0;
        }

        return result.ToString();
    }
}
