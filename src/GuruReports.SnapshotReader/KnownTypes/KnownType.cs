namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>
/// A row of the table: what objects of one type mean. Fields are named by paths from the object: steps between slashes, each a field or
/// a property that is kept in one, other versions' names of a step behind a bar. A path that ends at a number is that number, one that
/// ends at a collection its length, with #pending behind it the number of those in an array that still wait; "." is the object itself.
/// A path with a question mark before it may end where a field is not there: that is unknown, and no loss.
/// Several paths, with spaces between them, are added up, those with a minus before them taken off. A field that is gone makes what
/// needs it unavailable, by name, and nothing else.
/// </summary>
internal abstract class KnownType
{
    private string[]? _typeNames;

    /// <summary>The library.</summary>
    public required KnownLibrary Library { get; init; }

    /// <summary>The type as metadata names it, without the number of its parameters; other versions' names behind a bar.</summary>
    public required string TypeName { get; init; }

    /// <summary>Whether types that inherit from it are meant too.</summary>
    public bool WithDerived { get; init; }

    /// <summary>Whether all versions of the library have the type; if not, that it is not there is no loss.</summary>
    public bool IsOfAllVersions { get; init; } = true;

    /// <summary>The part of the result that lacks something without it.</summary>
    public abstract string Part { get; }

    /// <summary>What is lacking then, as a clause.</summary>
    public abstract string Lack { get; }

    /// <summary>Whether the walk keeps its objects; others are only met where a path leads to them.</summary>
    public abstract bool IsKept { get; }

    /// <summary>The names of the type in the versions tried.</summary>
    public IReadOnlyList<string> TypeNames => _typeNames ??= TypeName.Split('|');

    /// <summary>The types that the row speaks of, and what they are to it.</summary>
    public virtual IEnumerable<(string TypeName, KnownPart Part)> Parts => TypeNames.Select(static name => (name, KnownPart.Itself));

    /// <summary>What is found at a path from an object of the row.</summary>
    /// <param name="path">The path; null leads nowhere.</param>
    /// <param name="lack">What is lacking without it, as a clause; null when that is the whole row.</param>
    public KnownPath At(string? path, string? lack = null) => new(this, path, lack);
}
