namespace GuruReports.Hosting.Tests.Redaction.Corpus;

/// <summary>Secrets as the settings, texts and command lines of real services hold them; the masking may be tuned on these.</summary>
internal static class KnownSecrets
{
    public const string Settings = """
        ConnectionStrings:Default = Server=tcp:db.local,1433;Initial Catalog=orders;User ID=app;Password={pw};Encrypt=True
        ConnectionStrings:Postgres = Host=pg;Port=5432;Database=orders;Username=app;Password={pwr};SSL Mode=Require
        ConnectionStrings:MySql = server=my;uid=app;pwd={pw};database=shop
        ConnectionStrings:Redis = cache:6380,password={b64:44},ssl=True,abortConnect=False
        ConnectionStrings:Mongo = mongodb+srv://app:{pw}@cluster0.x1y2z.mongodb.net/shop?retryWrites=true
        ConnectionStrings:Rabbit = amqps://heat:{pw}@mq.local:5671/prod
        ConnectionStrings:Blob = DefaultEndpointsProtocol=https;AccountName=heat;AccountKey={b64:88};EndpointSuffix=core.windows.net
        ConnectionStrings:Bus = Endpoint=sb://heat.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey={b64:44}
        ConnectionStrings:Cosmos = AccountEndpoint=https://heat.documents.azure.com:443/;AccountKey={b64:88};
        ConnectionStrings:EventHub = Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=Send;SharedAccessKey={b64:44};EntityPath=hub
        ConnectionStrings:AppConfig = Endpoint=https://heat.azconfig.io;Id=abcd-l0-s0:xyz;Secret={b64:44}
        ConnectionStrings:Insights = InstrumentationKey={guid};IngestionEndpoint=https://westeurope-5.in.applicationinsights.azure.com/
        ConnectionStrings:Odbc = Driver={ODBC Driver 18};Server=db;UID=sa;PWD={pw}
        ConnectionStrings:Kafka = bootstrap.servers=k:9092;sasl.username=app;sasl.password={pw}
        Db:Password = {pw}
        Db:PassWord = {pw}
        Db:Pass = {pw}
        Db:Pwd = {pws}
        Db:pw = {pw}
        Db:UserPw = {pw}
        Db:pswd = {pw}
        Vpn:psk = {pwr}
        Api:tkn = {b62:24}
        Ssh:PassPhrase = {pp}
        Ssh:PrivateKey = {pem}
        Pfx:Passphrase = {pp}
        Kestrel:Certificates:Default:Password = {pw}
        Smtp:Password = {pw}
        Smtp:Credentials:Pass = {pw}
        Smtp:AuthPassword = {pw}
        SENDGRID_API_KEY = SG.{b64u:22}.{b64u:43}
        TWILIO_AUTH_TOKEN = {hex:32}
        TwilioSettings:ApiKeySecret = {b62:32}
        STRIPE_SECRET_KEY = sk_live_{b62:24}
        Stripe:WebhookSecret = whsec_{b62:32}
        GITHUB_TOKEN = ghp_{b62:36}
        GitHub:AppToken = ghs_{b62:36}
        GitHub:FineGrained = github_pat_{b62:22}_{b62:59}
        GITLAB_TOKEN = glpat-{b64u:20}
        SLACK_BOT_TOKEN = xoxb-{dig:12}-{dig:12}-{b62:24}
        Slack:Webhook = https://hooks.slack.com/services/T{upper:8}/B{upper:8}/{b62:24}
        Slack:AppToken = xapp-1-A{upper:10}-{dig:13}-{hex:64}
        Teams:Webhook = https://acme.webhook.office.com/webhookb2/{guid}@{guid}/IncomingWebhook/{hex:32}/{guid}
        Discord:Webhook = https://discord.com/api/webhooks/{dig:18}/{b64u:68}
        AWS_SECRET_ACCESS_KEY = {b64:40}
        AWS_SESSION_TOKEN = {b64:300}
        Aws:AccessKey = AKIA{upper:16}
        AzureAd:ClientSecret = {b62:3}8Q~{b64u:34}
        AZURE_CLIENT_SECRET = {b62:40}
        Azure:StorageSas = ?sv=2024-11-04&ss=b&srt=co&sp=rl&se=2030-01-01T00:00:00Z&sig={b64url:44}
        Functions:HostKey = {b64u:54}==
        Google:ApiKey = AIza{b64u:35}
        Google:ClientSecret = GOCSPX-{b64u:28}
        Google:Refresh = 1//0{b64u:60}
        Google:ServiceAccount = {pem}
        VAULT_TOKEN = hvs.{b64u:90}
        Vault:SecretId = {guid}
        DIGITALOCEAN_TOKEN = dop_v1_{hex:64}
        NPM_TOKEN = npm_{b62:36}
        NuGet:Key = oy2{lower:43}
        PYPI_TOKEN = pypi-{b64u:150}
        DOCKER_PAT = dckr_pat_{b64u:27}
        HF_TOKEN = hf_{b62:34}
        OpenAI:ApiKey = sk-{b62:48}
        DATADOG_API_KEY = {hex:32}
        DD_APP_KEY = {hex:40}
        NEW_RELIC_LICENSE_KEY = {hex:36}NRAL
        Honeycomb:Team = {b62:22}
        Sentry:AuthToken = sntrys_{b64:120}
        Algolia:AdminKey = {hex:32}
        Mapbox:Token = sk.eyJ1{b64u:40}.{b64u:22}
        PayPal:Secret = {b64u:80}
        Square:AccessToken = EAAA{b64u:60}
        Mailgun:Key = key-{hex:32}
        Pusher:AppSecret = {hex:20}
        Linear:Key = lin_api_{b62:40}
        Figma:Pat = figd_{b64u:40}
        Dropbox:Token = sl.{b64u:130}
        Jwt:Key = {b64:44}
        Jwt:SigningKey = {b62:64}
        Jwt:Secret = {pp}
        JwtSettings:SecretKey = {pwr}{pwr}
        Auth:Token = eyJhbGciOiJIUzI1NiJ9.{b64u:60}.{b64u:43}
        OAuth:ClientSecret = {b62:40}
        Oidc:RefreshToken = {b64u:100}
        Saml:SigningCertificatePassword = {pw}
        Encryption:MasterKeyBase64 = {b64:44}
        Encryption:Iv:Key = {hex:32}
        Hash:Salt = {b64:24}
        Hash:Pepper = {b62:24}
        DataProtection:Key = {b64:88}
        Ldap:BindPassword = {pw}
        Ldap:ServiceAccountPassword = {pw}
        Kerberos:KeytabPassword = {pw}
        Ftp:Passwd = {pw}
        Proxy:Url = http://proxyuser:{pw}@proxy.local:3128
        HTTPS_PROXY = http://joe:{pws}@proxy:8080
        NO_SCHEME_UPSTREAM = joe:{pw}@mq.local:5672
        Elastic:Url = https://elastic:{pw}@es:9200
        Elastic:CloudApiKey = {b64:60}
        Influx:Token = {b64u:86}==
        Kafka:SaslPassword = {pw}
        Kafka:sasl.jaas.config = org.apache.kafka.common.security.plain.PlainLoginModule required username="app" password="{pw}";
        Nats:Seed = SUA{upper:55}
        Mqtt:Password = {pw}
        RabbitMq:Pass = {pw}
        REDISCLI_AUTH = {pw}
        PGPASSWORD = {pw}
        MYSQL_PWD = {pw}
        MYSQL_ROOT_PASSWORD = {pw}
        POSTGRES_PASSWORD = {pws}
        MSSQL_SA_PASSWORD = {pw}
        MONGO_INITDB_ROOT_PASSWORD = {pw}
        MINIO_SECRET_KEY = {b62:40}
        dbpassword = {pw}
        userpwd = {pws}
        stripeapikey = {b62:24}
        mysecrettoken = {b62:24}
        adminpass = {pw}
        PASSWORD_DB = {pw}
        TOKEN_GITHUB = {b62:24}
        Secrets:Stripe = {b62:24}
        Secrets:Db:Primary = {pw}
        Secret:Main:Value = {pw}
        ApiKeys:Billing = {b62:20}
        ApiKeys:0 = {b62:20}
        Tokens:Partner:Current = {b62:20}
        Passwords:0 = {pw}
        Users:0:Password = {pws}
        spring.datasource.password = {pw}
        Datenbank:Passwort = {pw}
        DB_KENNWORT = {pw}
        Zugangsdaten:Lager = {pw}
        geheimnis = {pw}
        Schluessel = {b62:24}
        api_schlüssel = {b62:24}
        mot_de_passe = {pw}
        MotDePasseAdmin = {pw}
        DB_MDP = {pw}
        jeton_api = {b62:20}
        contraseña = {pw}
        ContrasenaDb = {pw}
        clave_secreta = {pw}
        SenhaBanco = {pw}
        DB_SENHA = {pw}
        segredo = {pw}
        ParolaDordine = {pw}
        chiave_segreta = {b62:20}
        Wachtwoord = {pw}
        geheimeSleutel = {b62:20}
        DB_HASLO = {pw}
        hasło = {pw}
        heslo_databaze = {pw}
        пароль = {pw}
        секретный_ключ = {b62:20}
        sifre = {pw}
        VeritabaniSifresi = {pw}
        losenord = {pw}
        lösenord = {pw}
        adgangskode = {pw}
        passord = {pw}
        salasana = {pw}
        jelszo = {pw}
        密码 = {pw}
        パスワード = {pw}
        비밀번호 = {pw}
        Api:Credential = {b62:24}
        Api:Creds = {pw}
        Api:AuthKey = {b62:24}
        Api:SharedKey = {b62:24}
        Api:HmacSecret = {hex:64}
        Api:BasicAuth = joe:{pw}
        Api:Authorization = Basic {b64:24}
        Api:Header = Bearer {b62:40}
        Api:X-Api-Key = {b62:24}
        Ocp-Apim-Subscription-Key = {hex:32}
        Webhook:Url = https://example.com/hook?token={b62:24}
        Webhook:Path = https://maker.example.com/trigger/{b62:22}/with/key/{b62:22}
        Callback = https://app/cb?code={b64u:40}&state=1
        Misc:Opaque = {b62:32}
        Misc:Hex = {hex:64}
        Misc:B64 = {b64:64}
        Misc:Mixed = {pwr}{pwr}
        Import:Json = {"user":"app","password":"{pw}"}
        Import:Xml = <cfg><user>app</user><password>{pw}</password></cfg>
        Pin = {dig:6}
        Card:Cvv = {dig:3}
        Otp:Seed = {B32:32}
        TotpSecret = {B32:32}
        RecoveryCode = {b62:10}-{b62:10}
        License:Key = {upper:5}-{upper:5}-{upper:5}-{upper:5}
        """;

    public const string Texts = """
        Login failed for user 'app'. Connection: Server=db;User Id=app;Password={pw};Encrypt=True
        Cannot open Host=pg;Username=app;Password="{pw}";Port=5432
        amqp://heat:{pw}@mq.local:5672/prod is unreachable
        GET https://api.example.com/v1?api_key={b62:24}&limit=5 returned 401
        GET https://login.example.com/cb?code={b64u:40}&state=abc
        https://x.blob.core.windows.net/c/a.txt?sv=2024-01-01&sig={b64url:44}&se=2030
        Authorization: Bearer {b62:40}
        Authorization: Digest username="joe", realm="x", response="{hex:32}"
        authorization: Basic {b64:28}
        Cookie: session={b62:40}; lang=en
        Set-Cookie: auth={b64u:60}; Path=/; HttpOnly
        X-Api-Key: {b62:24}
        request headers [X-Amz-Security-Token: {b64:200}]
        {"user":"joe","pass":"{pw}"}
        {"token":"{b62:24}","n":1}
        {"auth":{"key":"{b62:24}"}
        {"pin":"{dig:6}","user":"joe"}
        {\"password\":\"{pw}\"}
        {"name":"API_TOKEN","value":"{b62:20}"}
        {"Key":"Db:Password","Value":"{pw}"}
        {"value":"{pw}","name":"PASSWORD"}
        <connection password="{pw}" user="joe"/>
        <secret>{b62:20}</secret>
        <add key="ApiKey" value="{b62:20}"/>
        <add value="{b62:20}" key="ApiKey"/>
        <setting name="DbPassword" serializeAs="String"><value>{pw}</value></setting>
        <input type="password" name="password" value="{pw}">
        password: {pw}
        - name: DB_PASSWORD\n  value: {pw}
        api_key = "{b62:24}"
        client_secret: '{b62:32}'
        [ApiKey, {b62:20}]
        (Password, {pw})
        Name = Password, Value = {pw}
        LoginRequest { User = joe, Password = {pw} }
        new Credential(user: "joe", password: "{pw}")
        username=joe&password={pws}
        passwd={pw}
        pwd={pws};
        the password is {pw}
        password '{pw}' is wrong
        token {b62:32} was rejected
        using key AKIA{upper:16}
        cloned with https://x-access-token:ghs_{b62:36}@github.com/a/b
        remote https://oauth2:{b62:20}@gitlab.local/a.git
        joe:{pw}@db.local:5432 refused
        jwt eyJhbGciOiJIUzI1NiJ9.{b64u:40}.{b64u:43} expired
        -----BEGIN RSA PRIVATE KEY-----\n{b64:64}\n{b64:64}\n-----END RSA PRIVATE KEY-----
        Passwort: {pw}
        mot de passe : {pw}
        contraseña={pw}
        пароль: {pw}
        密码：{pw}
        --password {pw} --user joe
        --api-key={b62:24}
        mysql -uroot -p{pw} shop
        worker for {b62:40}
        hash {hex:64} as the session key
        """;

    public const string Commands = """
        mysql -uroot -p{pw} shop
        mysqldump --password={pw} shop
        mysql -ume:{pw} -h db
        curl -u joe:{pw} https://x
        curl -ujoe:{pw} https://x
        curl -H Authorization:\ Bearer\ {b62:30} https://x
        curl -H "X-Api-Key: {b62:24}" https://x
        curl --user=joe:{pw} https://x
        curl https://joe:{pw}@x/
        sh -c "mysql -p{pw} shop < dump.sql"
        bash -c "export DB_PASSWORD={pw}; ./run"
        /bin/sh -c "exec curl -u joe:{pw} https://x"
        sudo mysql -p{pw}
        sudo -u app env DB_PASSWORD={pw} ./run
        env PGPASSWORD={pw} psql -h db
        timeout 10 sshpass -p {pw} ssh host
        nice -n 5 redis-cli -a {pw}
        nohup redis-cli --pass {pw}
        sshpass -p {pw} ssh joe@host
        ldapsearch -D cn=admin -w {pw} -b dc=x
        docker run -e DB_PASSWORD={pw} app
        docker run --env API_KEY={b62:24} app
        docker login -u joe -p {pw}
        kubectl create secret generic db --from-literal=password={pw}
        kubectl --token={b62:30} get pods
        helm install x --set db.password={pw}
        psql postgresql://app:{pw}@db/shop
        sqlcmd -S db -U sa -P{pw}
        mongosh -u root -p {pw}
        openssl enc -aes-256-cbc -k {pw}
        openssl rsa -passin pass:{pw}
        java -Ddb.password={pw} -jar a.jar
        dotnet app.dll --ConnectionStrings:Db "Server=db;Password={pw}"
        dotnet app.dll --Auth:ApiKey {b62:24}
        dotnet app.dll Db:Password={pw}
        app.exe /password:{pw}
        app.exe /p:{pw}
        app -psecret{dig:4} -v
        app --pw {pw}
        app --passphrase {pp}
        app --token {b62:24} run
        vault login {b62:26}
        aws configure set aws_secret_access_key {b64:40}
        az login --service-principal -u x -p {b62:34} --tenant y
        net use Z: \\\\srv\\share {pw} /user:joe
        cmdkey /add:srv /user:joe /pass:{pw}
        htpasswd -b -c file joe {pw}
        zip -P {pw} a.zip b
        7z x -p{pw} a.7z
        plink -pw {pw} joe@host
        xargs -n 1 curl -u joe:{pw}
        rabbitmqctl add_user joe {pw}
        git clone https://{b62:40}@github.com/a/b
        """;
}
