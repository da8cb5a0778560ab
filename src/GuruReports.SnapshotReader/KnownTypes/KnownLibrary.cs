namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>A library whose objects are known.</summary>
/// <param name="Name">How reports name it.</param>
/// <param name="Assembly">The simple name of its assembly.</param>
/// <param name="Tried">The versions that the rows were tried with, or that have the same fields.</param>
internal sealed record KnownLibrary(string Name, string Assembly, string Tried)
{
    /// <summary>The setting by which the service declares the row itself; null for a row that stands in the table.</summary>
    public string? Setting { get; private init; }

    /// <summary>The service's own types, whichever assembly they are of.</summary>
    public static KnownLibrary Declared(string setting) => new("declared", "", "") { Setting = setting };
}
