namespace GuruReports.Hosting.Boundary.Parts;

/// <summary>Stands for a part of the service's own, whose constructor runs on a thread that may be left alone.</summary>
internal interface IIsolated : IForeignValues, IDisposable, IAsyncDisposable
{
    /// <summary>Gets the name of the part.</summary>
    string Name { get; }

    /// <summary>Makes the part; it is foreign code and may block or throw.</summary>
    void Make();
}
