using GuruReports.Hosting.Redaction.Keys;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Redaction.Structure;

/// <summary>Finds name and value where the model has them as two parts: entries, columns, the items of a tuple. Pure.</summary>
internal static class NamedParts
{
    /// <summary>Returns the entry that holds a value, and the name that another entry has for it.</summary>
    /// <param name="entries">The entries of one object.</param>
    public static (ReportEntry? Value, string Name) Of(IReadOnlyList<ReportEntry> entries)
    {
        ReportEntry? value = null;
        string? name = null;
        for (var index = 0; index < Math.Min(entries.Count, 16); index++)
        {
            var entry = entries[index];
            value = value is null && NamedValue.IsValue(entry.Name) ? entry : value;
            name ??= NamedValue.IsName(entry.Name) ? NameOf(entry.Value) : null;
        }

        return name is null ? (null, "") : (value, name);
    }

    /// <summary>Returns which columns hold names and values; -1 when they are not both there.</summary>
    /// <param name="columns">The columns.</param>
    public static (int Names, int Values) Of(IReadOnlyList<string> columns)
    {
        var names = -1;
        var values = -1;
        for (var index = 0; index < columns.Count; index++)
        {
            names = names < 0 && NamedValue.IsName(columns[index]) ? index : names;
            values = values < 0 && NamedValue.IsValue(columns[index]) ? index : values;
        }

        return names < 0 ? (-1, -1) : (names, values);
    }

    /// <summary>Returns the name that a list of two begins with, if it names a secret; null otherwise.</summary>
    /// <param name="items">The items.</param>
    public static string? NameOf(IReadOnlyList<ReportValue> items) =>
        items.Count == 2 && items[0] is ReportText name && NamedValue.IsWord(name.Text) && KeyVerdicts.Of(name.Text) is KeyVerdict.Secret or KeyVerdict.ConnectionString ? name.Text : null;

    /// <summary>Returns the name that a value is; null when it is none.</summary>
    /// <param name="value">The value.</param>
    public static string? NameOf(ReportValue value) => value is ReportText text && NamedValue.IsWord(text.Text) ? text.Text : null;
}
