using System.Net;
using System.Net.Sockets;
using GuruReports.Inspection.Snapshot;
using GuruReports.Inspection.Snapshot.Model.Calls;

namespace GuruReports.Inspection.Tests.Snapshot;

public class CallAgesTests
{
    private static readonly Dictionary<int, long?> s_silence = new() { [5] = 40_000, [6] = 90_000, [7] = null };

    [Theory]
    [InlineData(nameof(CallState.WaitingForHeaders), 40_000L)]
    [InlineData(nameof(CallState.Executing), 40_000L)]
    [InlineData(nameof(CallState.ReadingBody), null)]
    [InlineData(nameof(CallState.Sending), null)]
    public void Add_CallThatWaitsForAnAnswer_IsAsOldAsItsConnectionIsSilent(string state, long? expected) =>
        Assert.Equal(expected, Age(Enum.Parse<CallState>(state), [5]));

    [Fact]
    public void Add_WhichOfSeveralConnectionsCarriesItIsUnknown_TheShortestCounts() => Assert.Equal(40_000, Age(CallState.Executing, [6, 5]));

    [Fact]
    public void Add_SeveralCalls_TheOldestCounts() => Assert.Equal(90_000, Age(CallState.Executing, [5], [6]));

    [Fact]
    public void Add_WhatIsNoConnectionMayCarryIt_IsUnknown() => Assert.Null(Age(CallState.Executing, [5, 7]));

    [Fact]
    public void Milliseconds_ConnectionThatCarriesNothing_GetsLonger()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new TcpClient("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port);
        client.Client.Send([1]);
        var descriptor = (int)client.Client.Handle;

        // The kernel's clock, not a fixed time: it must come to tell more than it told.
        Assert.True(SpinWait.SpinUntil(() => ConnectionSilence.Milliseconds(descriptor) >= 50, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Milliseconds_NoConnection_IsUnknown()
    {
        using var file = File.OpenHandle("/proc/self/status");

        Assert.Null(ConnectionSilence.Milliseconds((int)file.DangerousGetHandle()));
        Assert.Null(ConnectionSilence.Milliseconds(1_000_000));
    }

    private static long? Age(CallState state, params int[][] sockets) => Assert.Single(CallAges.Add(
        new CallsSnapshot { Calls = [new OutgoingCall { Library = "HttpClient", Name = "GET shop", State = state, Count = 1, Sockets = sockets }] }, socket => s_silence[socket]).Calls).AtLeastMilliseconds;
}
