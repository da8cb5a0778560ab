namespace GuruReports.Hosting.Tests.Redaction.Corpus;

/// <summary>What looks like a secret and must stay readable; the masking may be tuned on these.</summary>
internal static class KnownHarmless
{
    public const string Settings = """
        Pages:NewTokenPage = /tokens/new
        TokensPerMinute = 90000
        Pages:ForgotPasswordPage = /forgot
        S3Key = reports/2026/11/report.pdf
        OAuth = on
        Auth:Enabled = true
        Auth:Mode = Windows
        Auth:TokenLifetime = 00:15:00
        Auth:TokenEndpoint = https://login.example.com/oauth2/token
        Auth:RefreshTokenRotation = true
        Auth:CookieName = .Heat.Session
        Auth:CookieDomain = example.com
        Auth:LoginPath = /account/login
        Auth:PasswordMinLength = 12
        Auth:Type = OAuth2
        Auth:Provider = AzureAD
        Auth:Authority = https://login.microsoftonline.com/common/v2.0
        Identity:Password:RequiredLength = 12
        Identity:Password:RequireDigit = true
        Identity:Lockout:MaxFailedAccessAttempts = 5
        Jwt:Issuer = heat
        Jwt:ExpireMinutes = 60
        Jwt:ValidAudience = https://api.example.com
        Jwt:Algorithm = RS256
        KeyVaultName = heat-prod
        KeyVault:Url = https://heat.vault.azure.net/
        SecretName = db-main
        SecretStore:Type = kubernetes
        SecretManager:Region = eu-central-1
        PasswordFile = /run/secrets/db
        POSTGRES_PASSWORD_FILE = /run/secrets/pg
        CredentialsPath = /var/run/google/key.json
        GOOGLE_APPLICATION_CREDENTIALS = /var/run/google/key.json
        PrivateKeyPath = /etc/ssl/private/heat.key
        SSL_CERT_FILE = /etc/ssl/certs/ca-certificates.crt
        SSH_AUTH_SOCK = /tmp/ssh-XXXX/agent.4711
        KeyFile = /etc/heat/key.pem
        KEYCLOAK_REALM = heat
        Keyspace = heat_prod
        KeyPrefix = heat:prod:
        Redis:InstanceKeyPrefix = heat-
        Cache:KeySeparator = |
        RoutingKey = orders.created
        PartitionKey = /tenantId
        PrimaryKey = OrderId
        ForeignKey = CustomerId
        IdempotencyKeyHeader = Idempotency-Key
        CorrelationKey = x-correlation-id
        PublicKey = ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC{b64:64}
        PublicKeyToken = 7cec85d7bea7798e
        KeyId = 2026-11
        Kid = {guid}
        HotKey = Ctrl+Shift+P
        Keyboard:Layout = de
        KeyFrameInterval = 30
        Tokenizer = standard
        Tokenization:Enabled = true
        MaxTokens = 4096
        TokenCount = 12
        TokenLimit = 200000
        TokenBucket:Rate = 100
        CancellationTokenTimeout = 5
        ChangeToken = none
        Passenger:Max = 4
        Passport:Country = AT
        Compass = north
        BypassProxy = localhost;127.0.0.1
        PassThrough = true
        PassiveMode = true
        PassCount = 3
        Bypass = *.local
        Secretary:Email = anna@example.com
        Monkey:Patch = off
        Turkey:Region = eu
        AuthorName = Jane Doe
        Author = Jane Doe
        Authors:0 = Jane Doe
        AuthorizationPolicy = RequireAdmin
        Authority = https://login.example.com
        Pinned = true
        PingInterval = 30
        Spinner = dots
        Salting:Rounds = 10
        Signature:Algorithm = HMACSHA256
        CertificateThumbprint = {HEX:40}
        Certificate:Subject = CN=heat.example.com
        Certificate:Serial = {HEX:32}
        Commit = {hex:40}
        GIT_SHA = {hex:40}
        SOURCE_COMMIT = {hex:40}
        Build:SourceVersion = {hex:40}
        Build:Id = 20261129.3
        Version = 2.4.1+{hex:40}
        Digest = sha256:{hex:64}
        Image = ghcr.io/acme/heat:2.4.1@sha256:{hex:64}
        Checksum = {hex:64}
        Sha256 = {hex:64}
        ETag = "{hex:32}"
        TraceId = {hex:32}
        SpanId = {hex:16}
        CorrelationId = {guid}
        RequestId = 0HN7A2B3C4D5E:00000003
        TenantId = {guid}
        ClientId = {guid}
        Azure:SubscriptionId = {guid}
        InstanceId = i-0a1b2c3d4e5f67890
        AccountId = 123456789012
        MachineId = {hex:32}
        DeviceId = {guid}
        UserId = 1f3870be274f6c49b3e31a0c6728957f
        AWS_ROLE_ARN = arn:aws:iam::123456789012:role/heat
        AWS_WEB_IDENTITY_TOKEN_FILE = /var/run/secrets/eks.amazonaws.com/serviceaccount/token
        AWS_REGION = eu-central-1
        KUBERNETES_SERVICE_HOST = 10.96.0.1
        POD_NAME = heat-engine-6b7c8d9f5-abcde
        NODE_NAME = ip-10-0-12-34.eu-central-1.compute.internal
        DOTNET_ROOT = /usr/share/dotnet
        DOTNET_VERSION = 10.0.4
        ASPNETCORE_ENVIRONMENT = Production
        ASPNETCORE_HTTP_PORTS = 8080
        PWD = /app
        OLDPWD = /
        HOME = /home/app
        LANG = en_US.UTF-8
        TERM = xterm-256color
        XDG_SESSION_ID = c1
        DBUS_SESSION_BUS_ADDRESS = unix:path=/run/user/1000/bus
        LD_LIBRARY_PATH = /usr/lib/x86_64-linux-gnu:/usr/local/lib
        JAVA_HOME = /usr/lib/jvm/java-21-openjdk-amd64
        AllowedHosts = *
        Urls = http://*:5000
        Kestrel:Endpoints:Https:Url = https://*:5001
        Logging:LogLevel:Microsoft.AspNetCore.Authentication = Information
        Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command = Warning
        Serilog:WriteTo:0:Name = Console
        Serilog:MinimumLevel:Override:Microsoft.AspNetCore.Authorization = Warning
        Serilog:OutputTemplate = [{Timestamp:HH:mm:ss} {Level:u3}] {Message:lj}{NewLine}
        Type = Microsoft.Extensions.Hosting.ConsoleLifetime, Microsoft.Extensions.Hosting
        Handler = System.Collections.Generic.Dictionary`2[System.String,System.Object]
        Storage:Endpoint = https://heatprodweu.blob.core.windows.net/
        Storage:Container = reports-production-2026
        Sql:Host = heat-prod-sql-001.database.windows.net
        Rds:Endpoint = heat.c9akciq32rgn.eu-central-1.rds.amazonaws.com
        Kafka:Topic = billing.order-placed.v2
        Kafka:ConsumerGroup = heat-billing-consumer-production
        Queue:Name = heat-orders-dead-letter-queue
        Mime = application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
        Cron = */15 * * * *
        Regex = ^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+$
        Culture = de-AT
        TimeZone = Europe/Vienna
        Color = #7f21c0
        StartedAt = 2026-11-29T02:20:06.1234567+00:00
        Window = 00:00:30
        Range = 1000000000000000000000
        Ulid = 01JDVXW8K5Q4Z7N3M2P6R9T0AB
        Features = DistributedTracingAndMetricsCollection
        Message = Donaudampfschifffahrtsgesellschaftskapitän
        Policy = password must have 12 characters
        Hint = Ask the secretary for the key
        ReactApp:Bundle = main.8f3a2b1c.chunk.js
        Feature:EnablePasswordlessSignIn = true
        Cache:KeyCount = 10
        Session:IdleTimeout = 20
        """;

    public const string Texts = """
        at Heat.TokenService.Refresh(String token) in /src/TokenService.cs:line 52
        at Heat.Auth.PasswordService.<HashAsync>d__12.MoveNext() in /src/PasswordService.cs:line 31
        at System.Runtime.CompilerServices.AsyncMethodBuilderCore.Start[TStateMachine](TStateMachine& stateMachine)
        at Microsoft.AspNetCore.Server.Kestrel.Core.Internal.Http.HttpProtocol.ProcessRequests[TContext](IHttpApplication`1 application)
        System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e
        TokenService.cs:52
        auth-token-service:8080 refused
        The password policy requires 8 characters.
        password: must be at least 8 characters
        Basic authentication and bearer tokens are allowed.
        Invalid token in stream at line 3: unexpected end
        Unexpected token '<' at position 0
        key not found: Order 42
        The given key 'abc' was not present in the dictionary.
        Key=42; Value=7
        exit code=3
        status code: 401
        error code=EACCES
        Where(token => token.Id)
        if (token == null) return;
        CancellationToken cancellationToken = default
        The secret of success is work.
        access token expired
        the token has expired
        token is invalid
        password is required
        password is incorrect
        Missing API key
        API key not valid
        Authorization header is missing
        Cookie was not found
        Authentication failed: invalid password
        Keys: 3, values: 4
        keys=42 misses=7
        tokens: 120, limit: 4096
        Object@7f21c0 (StackStore.cs:88)
        holds Object@7f21c0a8b1d0 wants SemaphoreSlim@7f21d8
        heat-engine 25.0.1+{hex:40}
        commit {hex:40}
        at revision {hex:40} of main
        trace {hex:32}, span {hex:16}
        00-{hex:32}-{hex:16}-01
        request {guid} timed out
        sha256:{hex:64}
        /docker/{hex:64}
        /var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots/{hex:64}/fs
        /proc/self/task/4711/stat
        https://example.com/docs/authentication/tokens?page=2
        https://github.com/dotnet/runtime/blob/{hex:40}/src/x.cs
        http://user@host/x
        http://host:8080/path@version
        joe@example.com wrote to anna@example.com
        10.0.4.7:5432 -> 10.0.4.9:51234
        #31 "stack-worker-2" tid 4790
        .NET TP Worker
        thread 31 waits for SemaphoreSlim
        GET /api/tokens/42 HTTP/1.1 200
        POST /account/password/reset 204
        SELECT "Password" FROM "Users" WHERE "Id" = @p0
        -----BEGIN CERTIFICATE-----\n{b64:64}\n{b64:64}\n-----END CERTIFICATE-----
        ========================================================================
        ------------------------------------------------------------------------
        ThisIsAVeryLongMethodNameThatSaysExactlyWhatItDoesAndNothingElse
        VeryLongClassNameFactoryBeanProxyInterceptor.InvokeAsync
        System.ValueTuple`8[System.Int32,System.Int32,System.Int32]
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
        0123456789012345678901234567890123456789
        abcdefghijklmnopqrstuvwxyz
        <PrivateImplementationDetails>.{HEX:64}
        libcoreclr.so+0x1a2b3c4d
        0x00007f21c0ffee00
        Passwords are hashed with PBKDF2.
        """;

    public const string Commands = """
        dotnet /app/Heat.Engine.dll --urls http://+:8080
        dotnet app.dll --environment Production
        ssh -p 2222 joe@host
        nginx -p /etc/nginx
        mkdir -p /var/lib/heat
        docker run -p 8080:80 nginx
        psql -h db -p 5432 -U app
        tail -f /var/log/heat.log
        java -Xmx4g -Dspring.profiles.active=prod -jar heat.jar
        /usr/bin/containerd-shim-runc-v2 -namespace moby -id {hex:64} -address /run/containerd/containerd.sock
        sh -c "sleep 30"
        python3 -m http.server 8000
        git rev-parse HEAD
        curl -sS https://example.com/health
        kubectl get secret db -o yaml
        openssl x509 -in cert.pem -noout
        redis-server *:6379
        postgres -D /var/lib/postgresql/data
        node --max-old-space-size=4096 server.js
        sleep 1000
        timeout 10 sleep 5
        app --token-file /run/secrets/token
        app --password-stdin
        app --key-size 4096
        systemctl start heat
        """;
}
