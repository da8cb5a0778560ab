using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Sections.Host;

/// <summary>Tells whether a background service works off something that ends only when somebody ends it.</summary>
internal static class EndlessSource
{
    /// <summary>What is told of code that asks whether it is to stop: it may have another reason to end.</summary>
    public const string Loop = "a loop until it is stopped";

    private const int Depth = 3;
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Returns what the code of the service's ExecuteAsync, and what it calls of its own type, waits for; null when it is nothing of that kind.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Where code was trimmed away, less is found.")]
    public static string? Of(Type service)
    {
        for (var type = service; type is not null; type = type.BaseType)
        {
            if (type.GetMethod("ExecuteAsync", Declared, [typeof(CancellationToken)]) is { IsAbstract: false } execute)
            {
                return Find(execute, type, Depth, Name, []) ?? Find(execute, type, Depth, LoopOf, []);
            }
        }

        return null;
    }

    private static string? Find(MethodInfo method, Type service, int depth, Func<MethodBase, string?> name, HashSet<MethodBase> seen)
    {
        if (depth == 0 || !seen.Add(method))
        {
            return null;
        }

        foreach (var called in InstructionReader.Calls(CodeOf(method)))
        {
            var source = name(called) ?? (called is MethodInfo own && own.DeclaringType == service ? Find(own, service, depth - 1, name, seen) : null);
            if (source is not null)
            {
                return source;
            }
        }

        return null;
    }

    // The code of an async method is in the type that the compiler made for it.
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Where code was trimmed away, less is found.")]
    private static MethodInfo CodeOf(MethodInfo method) =>
        method.GetCustomAttribute<AsyncStateMachineAttribute>()?.StateMachineType is { } machine && machine.GetMethod("MoveNext", Declared) is { } code
            ? code
            : method;

    // Who asks whether to stop means to go on until then.
    private static string? LoopOf(MethodBase called) =>
        called.DeclaringType == typeof(CancellationToken) && called.Name == "get_" + nameof(CancellationToken.IsCancellationRequested) ? Loop : null;

    private static string? Name(MethodBase called) => called.DeclaringType switch
    {
        { } type when OptionalTypes.IsChannelReader(type) && called.Name is nameof(ChannelReader<int>.ReadAllAsync) or nameof(ChannelReader<int>.WaitToReadAsync) => "a channel",
        { } type when type == typeof(PeriodicTimer) && called.Name is nameof(PeriodicTimer.WaitForNextTickAsync) => "a periodic timer",
        _ => null,
    };
}
