namespace GuruReports.Hosting.Exceptions;

/// <summary>How many exceptions of each type were thrown, in places that stay. Looking allocates nothing.</summary>
internal interface IThrownCounts
{
    /// <summary>Gets how many places there are.</summary>
    int Places { get; }

    /// <summary>Gets how many were thrown of types that have no place.</summary>
    long Others { get; }

    /// <summary>Returns how many were counted in a place: 0 for one that is not taken.</summary>
    long CountAt(int place);

    /// <summary>Returns the type of a place that is taken; several may be of one type.</summary>
    string? TypeAt(int place);
}
