namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>What a programmer calls a field.</summary>
internal static class FieldNames
{
    /// <summary>&lt;Mails&gt;k__BackingField is the property Mails; &lt;mails&gt;P a parameter of the constructor.</summary>
    public static string Readable(string? name) =>
        name is not null && name.StartsWith('<') && name.IndexOf('>', StringComparison.Ordinal) is var end and > 1 ? name[1..end] : name ?? "?";
}
