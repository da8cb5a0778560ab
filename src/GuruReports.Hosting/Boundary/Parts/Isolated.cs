using System.Diagnostics.CodeAnalysis;

namespace GuruReports.Hosting.Boundary.Parts;

/// <summary>What the stand-ins of all kinds of parts have in common. The container disposes of it, and it of the part.</summary>
internal abstract class Isolated<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(IServiceProvider services) : IIsolated
    where T : class
{
    private readonly Part<T> _part = new(services);

    public string Name => Part<T>.Name;

    public virtual void Make() => _part.Get();

    public void Dispose() => (_part.Release() as IDisposable)?.Dispose();

    public ValueTask DisposeAsync()
    {
        if (_part.Release() is IAsyncDisposable part)
        {
            return part.DisposeAsync();
        }

        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Returns the part. Foreign code may run.</summary>
    protected T Get() => _part.Get();
}
