// The Functions app on a Flex Consumption plan: a custom handler, so the stack is "custom" and has no version.

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Makes names unique.')
param token string

@description('Resource id of the identity that the app runs as.')
param identityId string

@description('Client id of that identity.')
param identityClientId string

@description('Storage account of the host and of ScoreGuard.')
param storageAccountName string

@description('Address of its blobs, ending in a slash.')
param blobEndpoint string

@description('Address of its queues, ending in a slash.')
param queueEndpoint string

@description('Address of its tables, ending in a slash.')
param tableEndpoint string

@description('Container of the app\'s package.')
param deploymentContainer string

@description('Where telemetry is sent.')
param applicationInsightsConnection string

@description('Memory of one instance, in MB.')
param instanceMemoryMB int

@description('Most instances that may work at the same time.')
param maximumInstanceCount int

@description('When every workspace is run: six-field NCrontab, UTC.')
param schedule string

@description('Address at which people reach the app; empty: its own.')
param publicUrl string

@description('Key that lets its holder read, or a Key Vault reference to it.')
@secure()
param readKey string

@description('Key that lets its holder start and decide runs, or a Key Vault reference to it.')
@secure()
param operateKey string

@description('Client id of the Entra application that people sign in with; empty: no sign-in.')
param authClientId string

@description('What a caller meets who has not signed in.')
param unauthenticatedAction string

@description('What carries mails: acs, smtp or off.')
param mailTransport string

@description('Sender of the mails.')
param mailFrom string

@description('Receivers of reports, separated by semicolons.')
param mailTo string

@description('Days between two digests; 0 sends none.')
param digestDays int

@description('Address of Communication Services; empty: not used.')
param communicationEndpoint string

@description('Mail server; empty: none.')
param smtpHost string

@description('Port of the mail server.')
param smtpPort int

@description('User at the mail server; empty: none is given.')
param smtpUser string

@description('Password at the mail server, or a Key Vault reference to it.')
@secure()
param smtpPassword string

@description('Encryption of the connection to the mail server: starttls or none.')
param smtpTls string

@description('Settings of connections to live targets, SCOREGUARD_CONNECTION_NAME_WHAT, as a JSON object.')
@secure()
param connectionSettings string

var name = 'func-${token}'
var signsIn = !empty(authClientId)

// FUNCTIONS_WORKER_RUNTIME is missing on purpose: on Flex Consumption functionAppConfig.runtime says it.
var hostSettings = {
  AzureWebJobsStorage__accountName: storageAccountName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsightsConnection
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  // The alerts are queries over traces; one that sampling dropped would be an alert that never came.
  AzureFunctionsJobHost__logging__applicationInsights__samplingSettings__excludedTypes: 'Trace;Exception'
}

var storageSettings = {
  SCOREGUARD_STORAGE__accountName: storageAccountName
  SCOREGUARD_STORAGE__blobServiceUri: blobEndpoint
  SCOREGUARD_STORAGE__queueServiceUri: queueEndpoint
  SCOREGUARD_STORAGE__tableServiceUri: tableEndpoint
  SCOREGUARD_STORAGE__credential: 'managedidentity'
  SCOREGUARD_STORAGE__clientId: identityClientId
}

var appSettings = {
  SCOREGUARD_SCHEDULE: schedule
  SCOREGUARD_PUBLIC_URL: empty(publicUrl) ? 'https://${app.properties.defaultHostName}' : publicUrl
  SCOREGUARD_READ_KEY: readKey
  SCOREGUARD_OPERATE_KEY: operateKey
  SCOREGUARD_PLATFORM_AUTH: signsIn ? 'true' : 'false'
}

var mailSettings = {
  SCOREGUARD_MAIL: mailTransport
  SCOREGUARD_MAIL_FROM: mailFrom
  SCOREGUARD_MAIL_TO: mailTo
  SCOREGUARD_DIGEST_DAYS: string(digestDays)
}

var communicationSettings = empty(communicationEndpoint)
  ? {}
  : {
      SCOREGUARD_ACS_ENDPOINT: communicationEndpoint
    }

var smtpSettings = empty(smtpHost)
  ? {}
  : {
      SCOREGUARD_SMTP_HOST: smtpHost
      SCOREGUARD_SMTP_PORT: string(smtpPort)
      SCOREGUARD_SMTP_TLS: smtpTls
    }

var smtpLoginSettings = empty(smtpUser)
  ? {}
  : {
      SCOREGUARD_SMTP_USER: smtpUser
      SCOREGUARD_SMTP_PASSWORD: smtpPassword
    }

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${token}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  // azd finds the app of the service "api" in azure.yaml by this tag.
  tags: union(tags, { 'azd-service-name': 'api' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // Settings that are Key Vault references are read as this identity.
    keyVaultReferenceIdentity: identityId
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${blobEndpoint}${deploymentContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'custom'
        version: ''
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
      }
    }
  }
}

// A resource of its own, because it names the app's address, which is known only when the app exists.
resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union(
    hostSettings,
    storageSettings,
    appSettings,
    mailSettings,
    communicationSettings,
    smtpSettings,
    smtpLoginSettings,
    empty(connectionSettings) ? {} : json(connectionSettings)
  )
}

// Deployment is by identity: user names and passwords for it are off, over FTP and over HTTPS.
resource noFtpPasswords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noDeploymentPasswords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

resource signIn 'Microsoft.Web/sites/config@2024-04-01' = if (signsIn) {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: {
      enabled: true
    }
    globalValidation: {
      requireAuthentication: unauthenticatedAction != 'AllowAnonymous'
      unauthenticatedClientAction: unauthenticatedAction
      redirectToProvider: 'azureactivedirectory'
      // What watches the app has no account.
      excludedPaths: [
        '/api/health'
      ]
    }
    httpSettings: {
      requireHttps: true
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: authClientId
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
        }
        validation: {
          allowedAudiences: [
            authClientId
            'api://${authClientId}'
          ]
        }
      }
    }
    login: {
      tokenStore: {
        enabled: false
      }
    }
  }
  // Two changes of one site's configuration at the same time may refuse each other.
  dependsOn: [
    settings
  ]
}

@description('Name of the app.')
output name string = app.name

@description('Address of the app.')
output url string = 'https://${app.properties.defaultHostName}'
