namespace GuruReports.Hosting.Pipeline;

/// <summary>A piece of work for a <see cref="RunnerThread"/>.</summary>
internal interface IRunnerJob
{
    /// <summary>Runs the work; never throws.</summary>
    /// <returns>Whether the thread is still wanted: false when the work was abandoned meanwhile.</returns>
    bool Execute();
}
