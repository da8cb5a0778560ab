namespace GuruReports.AsyncZoo;

/// <summary>A work item of our own.</summary>
internal sealed class CustomItem : IThreadPoolWorkItem
{
    public void Execute() => GC.KeepAlive(this);
}
