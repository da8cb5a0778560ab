namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>A library whose objects are known.</summary>
/// <param name="Name">How reports name it.</param>
/// <param name="Assembly">The simple name of its assembly.</param>
/// <param name="Tried">The versions that the rows were tried with, or that have the same fields.</param>
internal sealed record KnownLibrary(string Name, string Assembly, string Tried);
