using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Symbols;

/// <summary>Names methods as their source does. What the compiler made of async methods, iterators, lambdas and local functions is undone.</summary>
internal static class MethodNames
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Names a method.</summary>
    public static MethodName Of(MethodBase method)
    {
        var machine = method.DeclaringType;
        var kind = FrameKind.Method;
        MethodBase? source = null;
        string? name = null;
        if (machine is not null && method.Name == "MoveNext" && CompilerNames.TrySplit(machine.Name, out var written, out var letter, out _) && letter == 'd')
        {
            source = FindSource(machine, written, out kind);
            name = source?.Name ?? written;
        }

        var shown = source ?? method;
        var (text, inner) = CompilerNames.Read(name ?? shown.Name);
        var type = source is null && kind != FrameKind.Method ? machine!.DeclaringType : shown.DeclaringType;
        while (type is not null && (CompilerNames.IsClosure(type.Name) || (source is null && IsMachine(type))))
        {
            type = type.DeclaringType;
        }

        return Compose(type, text, kind == FrameKind.Method ? KindOf(inner) : kind, source is null && name is not null ? null : shown, method);
    }

    private static MethodName Compose(Type? type, string name, FrameKind kind, MethodBase? shown, MethodBase running)
    {
        var typeName = type is null ? null : TypeNames.Full(Instantiate(type, running.DeclaringType));
        var text = new StringBuilder();
        if (typeName is not null)
        {
            text.Append(typeName).Append('.');
        }

        text.Append(name);
        AppendGenericArguments(text, shown, running);
        AppendParameters(text, shown, running);
        return new MethodName(typeName, name, text.ToString(), kind);
    }

    // A state machine or closure repeats the type parameters of its outer type, which alone carries no arguments.
    private static Type Instantiate(Type type, Type? running)
    {
        if (type.IsGenericTypeDefinition && running is { IsGenericType: true, IsGenericTypeDefinition: false })
        {
            var arguments = running.GetGenericArguments();
            var count = type.GetGenericArguments().Length;
            if (arguments.Length >= count)
            {
                try
                {
                    return MakeGeneric(type, arguments[..count]);
                }
                catch (Exception error) when (error is ArgumentException or TypeLoadException or NotSupportedException)
                {
                    return type;
                }
            }
        }

        return type;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2055", Justification = "The type is only named.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The type is only named; ahead-of-time programs never come here.")]
    private static Type MakeGeneric(Type type, Type[] arguments) => type.MakeGenericType(arguments);

    private static void AppendGenericArguments(StringBuilder text, MethodBase? shown, MethodBase running)
    {
        if (running.IsGenericMethod && ReferenceEquals(shown, running))
        {
            var definition = ((MethodInfo)running).GetGenericMethodDefinition().GetGenericArguments();
            TypeNames.AppendArguments(text, running.GetGenericArguments(), definition);
        }
        else if (shown is { IsGenericMethodDefinition: true })
        {
            var parameters = shown.GetGenericArguments();
            TypeNames.AppendArguments(text, parameters, parameters);
        }
    }

    private static void AppendParameters(StringBuilder text, MethodBase? shown, MethodBase running)
    {
        text.Append('(');
        if (shown is null)
        {
            text.Append('…');
        }
        else
        {
            // The shared code's parameters are placeholders; the definition's have the names that the source gave.
            var definition = running.IsGenericMethod && ReferenceEquals(shown, running) ? ((MethodInfo)running).GetGenericMethodDefinition() : shown;
            var separator = "";
            var parameters = definition.GetParameters();
            var written = AsWritten(definition);
            for (var index = 0; index < parameters.Length; index++)
            {
                var parameter = parameters[index];
                var type = written is not null && TypeNames.HasPlaceholder(parameter.ParameterType) ? written[index].ParameterType : parameter.ParameterType;
                if (type.IsByRef && CompilerNames.IsClosure(type.GetElementType()!.Name))
                {
                    // What a local function captures is no parameter in the source.
                    continue;
                }

                text.Append(separator).Append(!type.IsByRef ? "" : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ")
                    .Append(TypeNames.Short(type.IsByRef ? type.GetElementType()! : type));
                if (parameter.Name is { Length: > 0 } name)
                {
                    text.Append(' ').Append(name);
                }

                separator = ", ";
            }
        }

        text.Append(')');
    }

    // In code shared by reference types an argument of the type around the method is a placeholder too; the source has its name.
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A method that is on a stack was not trimmed.")]
    private static ParameterInfo[]? AsWritten(MethodBase method)
    {
        if (method.DeclaringType is not { IsGenericType: true, IsGenericTypeDefinition: false } type)
        {
            return null;
        }

        try
        {
            return ((MethodBase)type.GetGenericTypeDefinition().GetMemberWithSameMetadataDefinitionAs(method)).GetParameters();
        }
        catch (Exception error) when (error is ArgumentException or InvalidCastException)
        {
            return null;
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A trimmed interface makes an async iterator an async method.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A trimmed method is named from the state machine's own name.")]
    private static MethodInfo? FindSource(Type machine, string written, out FrameKind kind)
    {
        kind = typeof(IAsyncStateMachine).IsAssignableFrom(machine)
            ? machine.GetInterface("System.Collections.Generic.IAsyncEnumerator`1") is null ? FrameKind.Async : FrameKind.AsyncIterator
            : FrameKind.Iterator;
        var definition = machine.IsGenericType ? machine.GetGenericTypeDefinition() : machine;
        MethodInfo? namesake = null;
        foreach (var candidate in machine.DeclaringType?.GetMethods(Declared) ?? [])
        {
            if (candidate.Name != written)
            {
                continue;
            }

            namesake = namesake is null ? candidate : null;
            if (candidate.GetCustomAttribute<StateMachineAttribute>(inherit: false) is { } attribute && attribute.StateMachineType == definition)
            {
                return candidate;
            }
        }

        return namesake;
    }

    private static FrameKind KindOf(NameKind kind) => kind switch
    {
        NameKind.Lambda => FrameKind.Lambda,
        NameKind.LocalFunction => FrameKind.LocalFunction,
        _ => FrameKind.Method,
    };

    private static bool IsMachine(Type type) =>
        CompilerNames.TrySplit(type.Name, out _, out var kind, out _) && kind == 'd';
}
