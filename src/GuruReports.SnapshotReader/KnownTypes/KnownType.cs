namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>
/// A row of the table: what objects of one type mean. Fields are named by paths from the object, steps between slashes, other
/// versions' names of a step behind a bar. A path that ends at a number is that number, one that ends at a collection its length;
/// with #pending behind it, the number of those in an array that still wait; several paths are added up, those with a minus before them taken off. A field that is gone makes the row unavailable, by name.
/// </summary>
internal abstract record KnownType
{
    /// <summary>The library.</summary>
    public required KnownLibrary Library { get; init; }

    /// <summary>The type as metadata names it, without the number of its parameters; other versions' names behind a bar.</summary>
    public required string TypeName { get; init; }

    /// <summary>Whether types that inherit from it are meant too.</summary>
    public bool WithDerived { get; init; }

    /// <summary>The part of the result that lacks it when the type is gone.</summary>
    public abstract string Part { get; }

    /// <summary>What is missing then, in words.</summary>
    public abstract string Tells { get; }

    /// <summary>The names of the type in the versions tried.</summary>
    public string[] TypeNames => TypeName.Split('|');
}
