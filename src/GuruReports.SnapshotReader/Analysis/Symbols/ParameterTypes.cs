using System.Text;

namespace GuruReports.SnapshotReader.Analysis.Symbols;

/// <summary>Shortens the types of a parameter list to their simple names.</summary>
internal static class ParameterTypes
{
    /// <summary><c>(System.Int32, System.Collections.Generic.List`1&lt;System.String&gt;)</c> → <c>(Int32, List&lt;String&gt;)</c>.</summary>
    public static string Shorten(string list)
    {
        var result = new StringBuilder(list.Length);
        var start = 0;
        for (var i = 0; i <= list.Length; i++)
        {
            if (i < list.Length && (char.IsLetterOrDigit(list[i]) || list[i] is '.' or '_' or '`' or '+'))
            {
                continue;
            }

            var word = list.AsSpan(start, i - start);
            var tick = word.IndexOf('`');
            word = tick < 0 ? word : word[..tick];
            result.Append(word[(word.LastIndexOfAny('.', '+') + 1)..]);
            if (i < list.Length)
            {
                result.Append(list[i]);
            }

            start = i + 1;
        }

        return result.ToString();
    }
}
