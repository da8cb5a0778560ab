using System.Text;

namespace GuruReports.Inspection.Vocabulary;

/// <summary>Reads type names as the runtime writes them (<c>System.Collections.Generic.List`1[Shop.Order+Line][]</c>): as C# does, the arguments without their namespaces.</summary>
internal static class RuntimeTypeNames
{
    /// <summary>Returns the name as a person reads it.</summary>
    public static string Read(string name)
    {
        var text = new StringBuilder(name.Length);
        var index = 0;
        while (index < name.Length)
        {
            Append(text, name, ref index, withNamespace: true);
            if (index < name.Length)
            {
                // What stands alone here belongs to no name that is understood: it is shown as it is.
                text.Append(name[index++]);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, ref int index, bool withNamespace)
    {
        AppendPlain(text, name, ref index, withNamespace);
        if (index + 1 < name.Length && name[index] == '[' && name[index + 1] is not (']' or ','))
        {
            AppendArguments(text, name, ref index);
        }

        while (index < name.Length && name[index] is '[' or '*' or '&' && EndOfSuffix(name, index) is > 0 and var end)
        {
            text.Append(name.AsSpan(index, end - index));
            index = end;
        }
    }

    private static int EndOfSuffix(string name, int index)
    {
        if (name[index] != '[')
        {
            return index + 1;
        }

        var end = index + 1;
        while (end < name.Length && name[end] == ',')
        {
            end++;
        }

        return end < name.Length && name[end] == ']' ? end + 1 : 0;
    }

    private static void AppendArguments(StringBuilder text, string name, ref int index)
    {
        index++;
        text.Append('<');
        while (index < name.Length && name[index] != ']')
        {
            Append(text, name, ref index, withNamespace: false);
            if (index < name.Length && name[index] == ',')
            {
                index++;
                text.Append(", ");
            }
            else if (index < name.Length && name[index] != ']')
            {
                text.Append(name[index++]);
            }
        }

        index = Math.Min(index + 1, name.Length);
        text.Append('>');
    }

    // Brackets of the compiler's own (<Load>d__3) hold no arguments; what they hold may have dots, as explicit implementations do.
    private static void AppendPlain(StringBuilder text, string name, ref int index, bool withNamespace)
    {
        var start = index;
        var depth = 0;
        var lastDot = -1;
        while (index < name.Length && (depth > 0 || name[index] is not ('[' or ']' or ',' or '*' or '&')))
        {
            depth += name[index] == '<' ? 1 : name[index] == '>' ? -1 : 0;
            lastDot = name[index] == '.' && depth == 0 && name.IndexOf('+', start, index - start) < 0 ? index : lastDot;
            index++;
        }

        var first = lastDot < 0 ? start : lastDot + 1;
        if (withNamespace)
        {
            text.Append(name.AsSpan(start, first - start));
        }

        var parts = name[first..index].Split('+');
        for (var part = 0; part < parts.Length; part++)
        {
            var tick = parts[part].LastIndexOf('`');
            text.Append(part > 0 ? "." : "").Append(CompilerNames.ReadType(tick < 0 ? parts[part] : parts[part][..tick]));
        }
    }
}
