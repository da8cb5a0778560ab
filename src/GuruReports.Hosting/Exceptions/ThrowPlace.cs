using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using GuruReports.Inspection.Symbols;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Exceptions;

/// <summary>Says in words where an exception is thrown: the method that throws, and the service's own method that called it.</summary>
internal static class ThrowPlace
{
    private const int MostFrames = 60;

    /// <summary>Returns the place; null when it is not known. Called on the thread that throws, while it does. Behind an await only the framework stands on the stack: then it names nothing of the service's own.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A method that is on a stack was not trimmed.")]
    public static string? Find(Exception exception, out bool namesOwn)
    {
        namesOwn = false;

        // At this moment the exception's own trace holds the frame that throws and no other; the callers still stand on the thread's stack.
        if (new StackTrace(exception, fNeedFileInfo: false).GetFrame(0)?.GetMethod() is not { } thrower)
        {
            return null;
        }

        var owners = AssemblyOwners.AtOnce;
        var place = Name(thrower);
        namesOwn = owners.Of(thrower.Module.Assembly) is CodeOwner.Service;
        return namesOwn || FindCaller(owners, out namesOwn) is not { } caller ? place : $"{place} called by {caller}";
    }

    /// <summary>Returns the service's own method that throws an exception again behind an await; null when the framework's own asynchronous code does.</summary>
    public static string? FindAwaiter() =>
        FindCaller(AssemblyOwners.AtOnce, out var isOwn, isAgain: true) is { } awaiter && isOwn ? awaiter : null;

    // A package's method where none of the service's stands on the stack.
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A method that is on a stack was not trimmed.")]
    private static string? FindCaller(AssemblyOwners owners, out bool isOwn, bool isAgain = false)
    {
        isOwn = false;
        MethodBase? package = null;
        var stack = new StackTrace(fNeedFileInfo: false);
        for (var index = 0; index < stack.FrameCount && index < MostFrames; index++)
        {
            if (stack.GetFrame(index)?.GetMethod() is not { DeclaringType: not null } method)
            {
                continue;
            }

            var owner = owners.Of(method.Module.Assembly);
            if (owner is CodeOwner.Service)
            {
                isOwn = true;
                return Name(method);
            }

            package ??= owner is CodeOwner.Package ? method : null;

            if (isAgain && method.Name == nameof(IAsyncStateMachine.MoveNext))
            {
                return null;
            }
        }

        return package is null ? null : Name(package);
    }

    /// <summary>Returns the name of a method with its type.</summary>
    public static string Name(MethodBase method)
    {
        var name = MethodNames.Of(method);
        return name.Type is null ? name.Name : $"{name.Type}.{name.Name}";
    }
}
