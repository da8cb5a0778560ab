using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Threads;

/// <summary>Holds one frame of a captured stack. Immutable; equal frames compare equal.</summary>
public sealed record CapturedFrame : IOwned
{
    /// <summary>Gets the full name as a person reads it: <c>Heat.Engine.OrderService.Load(Int32 id)</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the type that the source names, with its namespace; <see langword="null"/> for native and unresolved frames.</summary>
    public string? Type { get; init; }

    /// <summary>Gets the method's name as written in the source, without parameters.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the simple name of the assembly, or the native library.</summary>
    public string? Assembly { get; init; }

    /// <summary>Gets the source file as the symbols name it; <see langword="null"/> without symbols.</summary>
    public string? File { get; init; }

    /// <summary>Gets the line in <see cref="File"/>; <see langword="null"/> without symbols.</summary>
    public int? Line { get; init; }

    /// <summary>Gets the IL offset within the method; <see langword="null"/> when it is not known.</summary>
    public int? ILOffset { get; init; }

    /// <summary>Gets whose code the frame is.</summary>
    public CodeOwner Owner { get; init; }

    /// <summary>Gets whether the frame is the code of one of the service's own projects.</summary>
    public bool IsUserCode => Owner is CodeOwner.Service;

    /// <summary>Gets whether the frame is native code.</summary>
    public bool IsNative { get; init; }

    /// <summary>Gets what the compiler made the method of.</summary>
    public FrameKind Kind { get; init; }

    /// <summary>Gets the instruction's address; 0 when it is not known.</summary>
    public ulong InstructionPointer { get; init; }
}
