namespace GuruReports.Hosting.Boundary;

/// <summary>A piece of work for a <see cref="JobThread"/>.</summary>
internal interface IJob
{
    /// <summary>Runs the work; never throws.</summary>
    /// <returns>Whether the thread is still wanted: false when the work was abandoned meanwhile.</returns>
    bool Execute();
}
