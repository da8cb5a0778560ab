namespace GuruReports.Hosting;

/// <summary>
/// What objects of a type of the service mean: it is a pool or a queue, and its numbers stand in these fields. A number is found by a path
/// from the object: fields, or properties that are kept in one, with slashes between them. A path may end at a number or at a collection,
/// whose length counts. Several paths, with spaces between them, are added up; those with a minus before them are taken off.
/// </summary>
public sealed class KnownTypeOptions
{
    /// <summary>Gets or sets the full name of the type, without what it is generic of; a nested type behind a plus. Types that inherit from it are meant too.</summary>
    public string? Type { get; set; }

    /// <summary>Gets or sets what it is. Default: a pool.</summary>
    public KnownTypeKind Kind { get; set; }

    /// <summary>Gets or sets what a pool lends, in words: "SMTP sessions". Default: "members".</summary>
    public string? Lends { get; set; }

    /// <summary>Gets or sets where a pool keeps how many it has lent.</summary>
    public string? InUse { get; set; }

    /// <summary>Gets or sets where a pool keeps how many it may lend. Default: it has no limit.</summary>
    public string? Most { get; set; }

    /// <summary>Gets or sets where a pool keeps how many wait for one. Default: that is not told.</summary>
    public string? Waiting { get; set; }

    /// <summary>Gets or sets where a pool keeps how many wait in it to be lent. Default: that is not told.</summary>
    public string? Idle { get; set; }

    /// <summary>Gets or sets the full name of the type that a pool lends, so that the report tells who holds one. Default: that is not told.</summary>
    public string? Member { get; set; }

    /// <summary>Gets or sets the path from what is lent to its pool.</summary>
    public string? MemberPool { get; set; }

    /// <summary>Gets or sets the path from what is lent to what is there, and no zero, while it is lent; with a minus before it, while it is not.</summary>
    public string? MemberLent { get; set; }

    /// <summary>Gets or sets where a queue keeps how much is in it.</summary>
    public string? Length { get; set; }

    /// <summary>Gets or sets where a queue keeps how much it takes. Default: it has no limit.</summary>
    public string? Capacity { get; set; }

    /// <summary>Gets or sets where a queue keeps how many wait to take something out. Default: that is not told.</summary>
    public string? Readers { get; set; }

    /// <summary>Gets or sets where a queue keeps how many wait to put something in. Default: that is not told.</summary>
    public string? Writers { get; set; }
}
