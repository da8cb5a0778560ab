using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace GuruReports.Hosting.Boundary.Parts;

/// <summary>A part of the service's own, made once, on a thread that may be left alone: its constructor is foreign code and may block or throw.</summary>
internal sealed class Part<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(IServiceProvider services)
    where T : class
{
    private volatile T? _instance;
    private volatile ErrorText? _failure;
    private int _isBegun;

    /// <summary>Gets the type's name.</summary>
    public static string Name => typeof(T).Name;

    /// <summary>Returns the part, making it when nobody has yet.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message says why.</exception>
    public T Get()
    {
        if (_instance is { } made)
        {
            return made;
        }

        if (_failure is not { } failure)
        {
            return Interlocked.Exchange(ref _isBegun, 1) == 0 ? Make() : throw new InvalidOperationException("it could not be made: its constructor has not returned yet");
        }

        throw new InvalidOperationException($"it could not be made: {failure.Short}");
    }

    /// <summary>Returns what of the part has to be disposed of; null where there is nothing.</summary>
    public object? Release() => _instance;

    private T Make()
    {
        // Policy: a fault costs this part only; it is told each time that the part is asked.
        try
        {
            var made = ActivatorUtilities.CreateInstance<T>(services);
            _instance = made;
            return made;
        }
        catch (Exception exception)
        {
            _failure = ErrorText.Of(exception);
            return Get();
        }
    }
}
