/** What runs when somebody opens it, by the ending of its name. Data only; the first sentence of a group says why. */
const words = (text: string): readonly string[] => text.split(' ');

export interface KindGroup {
  readonly why: string;
  readonly kinds: readonly string[];
}

export const defaultKinds: readonly KindGroup[] = [
  {
    why: 'Programs and libraries of Windows',
    kinds: words('exe ex ex_ com scr pif cpl dll ocx sys drv vxd ax efi mui tsp nsh xll wll'),
  },
  {
    why: 'Scripts of Windows, and what its script host, its shell and its HTML programs run',
    kinds: words(
      'bat cmd btm js jse mjs vb vbs vbe vbp ws wsf wsh wsc wsb sct hta htc shb shs ps1 ps1xml ps2 ps2xml psc1 psc2 psm1 psd1 psdm1 pssc cdxml msh msh1 msh2 mshxml msh1xml msh2xml ahk au3 a3x',
    ),
  },
  {
    why: 'Shortcuts and settings that start a program or a connection when they are opened',
    kinds: words(
      'lnk url website scf inf reg settingcontent-ms appcontent-ms library-ms search-ms searchconnector-ms theme themepack deskthemepack rdp rdg xnk appref-ms application xbap jnlp desktop mobileconfig webloc fileloc inetloc clsid ins isp job udl iqy oqy rqy diagcab diagcfg diagpkg printerexport ops',
    ),
  },
  {
    why: 'Installers of Windows, and packages that install programs or settings',
    kinds: words(
      'msi msp mst msu msix msixbundle appx appxbundle appinstaller cab gadget vsix vsmacros crx xpi osd ppkg',
    ),
  },
  {
    why: 'Help and consoles that run scripts, and compiled databases and add-ins of Office',
    kinds: words('chm hlp its msc ade adp mde accde mda mdz ppa wiz grp'),
  },
  {
    why: 'Images of disks: what lies on them escapes the warnings about files from the network',
    kinds: words('iso img vhd vhdx vmdk vdi qcow2 wim swm esd udf cue nrg mds mdf dmg cdr toast'),
  },
  {
    why: 'Programs of the Java machine, and of Python, Perl, Ruby and their like',
    kinds: words('jar war ear class py pyc pyo pyw pyz pyzw pl plx rb rbw tcl lua php phar'),
  },
  {
    why: 'Programs, scripts, packages and settings of macOS',
    kinds: words(
      'app command tool terminal pkg mpkg workflow action scpt scptd applescript osx prefpane kext macho dylib ipa hqx',
    ),
  },
  {
    why: 'Programs, scripts and packages of Linux, Unix and Android',
    kinds: words(
      'elf sh bash zsh csh tcsh ksh fish dash run bin-sh so ko appimage deb rpm snap flatpak flatpakref apk apks xapk aab dex',
    ),
  },
  { why: 'A piece of a mail; only a mail program puts the pieces together', kinds: ['partial'] },
];

/** Ordinary words in the middle of a name (`shop.com.pdf`, `Node.js.docx`); in front of the last ending they say nothing. */
export const ordinaryWords: ReadonlySet<string> = new Set(
  words(
    'com app js ws vb pl py rb sh so run action tool theme job grp ins its class url pkg ex ax action partial application desktop tcl lua php fish dash snap ops wiz application terminal',
  ),
);

/** Folders that are programs. */
export const bundleKinds: ReadonlySet<string> = new Set(
  words('app pkg mpkg workflow action prefpane kext scptd gadget'),
);

/** Kinds with the same inside: one may bear the ending of another. */
export const families: readonly (readonly string[])[] = [
  words('exe ex ex_ com scr pif cpl dll ocx sys drv vxd ax efi mui tsp xll wll'),
  words('sh bash zsh csh tcsh ksh fish dash command tool py pyw pl plx rb rbw tcl lua php run'),
  words('js jse mjs vb vbs vbe ws wsf wsc hta sct'),
  words('ps1 psm1 psd1 psc1 psc2'),
  words('bat cmd btm'),
  words('elf run so ko appimage'),
  words('macho dylib class'),
  words('msi msp mst'),
  words('jar war ear xpi'),
  words('apk apks xapk aab'),
  words('appx appxbundle msix msixbundle'),
  words('iso img udf'),
  words('wim swm esd'),
  words('dmg cdr'),
  words('url website'),
  words('py pyc pyo pyw'),
  words('pkg mpkg'),
  words('cab diagcab msu'),
];

/** Declared types, without parameters. */
export const typeKinds: ReadonlyMap<string, string> = new Map(
  Object.entries({
    exe: 'application/x-msdownload application/x-msdos-program application/x-dosexec application/vnd.microsoft.portable-executable application/x-ms-dos-executable application/x-exe application/exe application/x-winexe application/x-msi-exe application/dos-exe vms/exe',
    dll: 'application/x-sharedlib application/x-dll',
    scr: 'application/x-screensaver',
    pif: 'application/x-pif',
    bat: 'application/bat application/x-bat application/x-msdos-batch text/x-msdos-batch text/x-bat',
    js: 'application/javascript application/x-javascript application/ecmascript application/x-ecmascript text/javascript text/x-javascript text/jscript text/ecmascript',
    vbs: 'application/x-vbs application/x-vbscript text/vbscript text/x-vbscript text/vbs',
    wsf: 'text/x-wsf application/x-wsf text/scriptlet',
    hta: 'application/hta application/x-hta text/hta',
    ps1: 'application/x-powershell text/x-powershell application/powershell',
    lnk: 'application/x-ms-shortcut application/x-win-lnk',
    url: 'application/internet-shortcut application/x-mswinurl application/x-url wwwserver/redirection',
    reg: 'application/x-ms-registry text/x-ms-regedit text/x-registry',
    inf: 'application/x-setupscript application/inf',
    application: 'application/x-ms-application',
    xbap: 'application/x-ms-xbap',
    jnlp: 'application/x-java-jnlp-file',
    desktop: 'application/x-desktop',
    mobileconfig: 'application/x-apple-aspen-config',
    msi: 'application/x-msi application/x-ms-installer application/x-windows-installer',
    appx: 'application/appx application/appxbundle application/vnd.ms-appx',
    msix: 'application/msix application/msixbundle application/vnd.ms-msix',
    appinstaller: 'application/appinstaller',
    cab: 'application/vnd.ms-cab-compressed application/x-cab',
    chm: 'application/vnd.ms-htmlhelp application/x-chm',
    hlp: 'application/winhlp application/x-winhelp application/x-winhlp',
    xpi: 'application/x-xpinstall',
    crx: 'application/x-chrome-extension',
    iso: 'application/x-iso9660-image application/x-cd-image application/x-iso application/vnd.efi.iso',
    img: 'application/x-raw-disk-image application/vnd.efi.img',
    vhd: 'application/x-vhd application/x-vhd-disk application/x-vhdx-disk application/x-virtualbox-vhd application/x-virtualbox-vhdx',
    vmdk: 'application/x-virtualbox-vmdk application/x-vmdk-disk',
    qcow2: 'application/x-qemu-disk',
    wim: 'application/x-ms-wim',
    dmg: 'application/x-apple-diskimage',
    jar: 'application/java-archive application/x-java-archive application/x-jar application/x-java-applet',
    class:
      'application/java-vm application/x-java-vm application/java application/java-byte-code application/x-java-class application/x-java',
    py: 'text/x-python text/x-script.python application/x-python application/x-python-script text/x-python3',
    pyc: 'application/x-python-code application/x-python-bytecode application/x-bytecode.python',
    pl: 'text/x-perl application/x-perl text/x-script.perl',
    rb: 'application/x-ruby text/x-ruby',
    php: 'application/x-httpd-php application/x-php text/x-php text/php',
    elf: 'application/x-executable application/x-elf application/x-pie-executable application/x-object',
    sh: 'application/x-sh application/x-shellscript text/x-sh text/x-shellscript text/x-script.sh application/x-shar application/x-csh application/x-bsh application/x-ksh application/x-zsh text/x-script.csh text/x-script.zsh text/x-script.ksh',
    appimage: 'application/vnd.appimage application/x-appimage application/x-iso9660-appimage',
    deb: 'application/vnd.debian.binary-package application/x-debian-package application/x-deb application/x-dpkg',
    rpm: 'application/x-rpm application/x-redhat-package-manager',
    flatpak: 'application/vnd.flatpak',
    flatpakref: 'application/vnd.flatpak.ref',
    snap: 'application/vnd.snap',
    apk: 'application/vnd.android.package-archive',
    dex: 'application/vnd.android.dex application/x-dex',
    macho: 'application/x-mach-binary application/x-mach-o application/x-mach-o-executable',
    pkg: 'application/vnd.apple.installer+xml application/x-newton-compatible-pkg application/x-xar',
    applescript: 'application/x-applescript text/x-applescript',
    ipa: 'application/octet-stream-ipa application/x-ios-app',
    hqx: 'application/mac-binhex40 application/mac-binhex application/x-binhex40',
    partial: 'message/partial',
  }).flatMap(([kind, types]) => words(types).map((type) => [type, kind] as const)),
);

/** Octets that stand at a place of the file; a negative place counts from its end. */
export interface Signature {
  readonly kind: string;
  readonly at: number;
  /** One character an octet. */
  readonly octets: string;
}

const signature = (kind: string, octets: string, at = 0): Signature => ({ kind, at, octets });

export const signatures: readonly Signature[] = [
  signature('elf', '\x7fELF'),
  signature('macho', '\xfe\xed\xfa\xce'),
  signature('macho', '\xfe\xed\xfa\xcf'),
  signature('macho', '\xce\xfa\xed\xfe'),
  signature('macho', '\xcf\xfa\xed\xfe'),
  signature('macho', '\xca\xfe\xba\xbf'),
  // Of Java and of macOS; both run.
  signature('class', '\xca\xfe\xba\xbe'),
  signature('lnk', 'L\0\0\0\x01\x14\x02\0'),
  signature('chm', 'ITSF'),
  signature('hlp', '?_\x03\0'),
  signature('cab', 'MSCF\0\0\0\0'),
  signature('iso', 'CD001', 0x8001),
  signature('iso', 'BEA01', 0x8001),
  signature('iso', 'CD001', 0x8801),
  signature('iso', 'CD001', 0x9311),
  signature('vhd', 'conectix'),
  signature('vhd', 'conectix', -512),
  signature('vhdx', 'vhdxfile'),
  signature('vmdk', 'KDMV'),
  signature('vmdk', '# Disk DescriptorFile'),
  signature('vdi', '\x7f\x10\xda\xbe', 0x40),
  signature('qcow2', 'QFI\xfb'),
  signature('wim', 'MSWIM\0\0\0'),
  signature('dmg', 'koly', -512),
  signature('pkg', 'xar!'),
  signature('deb', '!<arch>\ndebian-binary'),
  signature('rpm', '\xed\xab\xee\xdb'),
  signature('snap', 'hsqs'),
  signature('dex', 'dex\n0'),
  signature('pyc', '\r\r\n\0\0\0\0', 1),
  signature('pyc', '\x03\xf3\r\n'),
  signature('a3x', '\xa3HK\xbe'),
  signature('scpt', 'FasdUAS'),
  signature('vbe', '#@~^'),
  signature('crx', 'Cr24'),
  signature('xnk', '\xf9\x3a\x5c\x45'),
];

/** A text that begins so, or that has one of these in its first thousand characters; in lower case. */
export interface TextSign {
  readonly kind: string;
  readonly starts?: string;
  readonly holds?: readonly string[];
  /** Not in pages and other markup, where the same words are harmless. */
  readonly plain?: boolean;
}

export const textSigns: readonly TextSign[] = [
  { kind: 'sh', starts: '#!' },
  { kind: 'php', starts: '<?php' },
  { kind: 'reg', starts: 'windows registry editor version' },
  { kind: 'reg', starts: 'regedit4' },
  { kind: 'url', holds: ['[internetshortcut]'], plain: true },
  { kind: 'scf', starts: '[shell]' },
  { kind: 'inf', starts: '[version]' },
  { kind: 'theme', starts: '[theme]' },
  { kind: 'desktop', holds: ['[desktop entry]'], plain: true },
  { kind: 'flatpakref', starts: '[flatpak ref]' },
  { kind: 'bat', starts: '@echo off' },
  { kind: 'hta', holds: ['<hta:application'] },
  { kind: 'wsf', holds: ['<job', '<script'] },
  { kind: 'sct', holds: ['<scriptlet', '<registration'] },
  { kind: 'wsc', holds: ['<component', '<script'] },
  { kind: 'library-ms', holds: ['<librarydescription'] },
  { kind: 'searchconnector-ms', holds: ['<searchconnectordescription'] },
  { kind: 'settingcontent-ms', holds: ['<pcsettings'] },
  { kind: 'appinstaller', holds: ['<appinstaller'] },
  { kind: 'jnlp', holds: ['<jnlp'] },
  { kind: 'application', holds: ['urn:schemas-microsoft-com:asm.v1', 'assembl'] },
  { kind: 'msc', holds: ['<mmc_consolefile'] },
  { kind: 'mobileconfig', holds: ['<plist', 'payloadcontent'] },
  { kind: 'rdp', holds: ['full address:s:'], plain: true },
  { kind: 'iqy', starts: 'web\r\n1' },
  { kind: 'iqy', starts: 'web\n1' },
  { kind: 'vbs', holds: ['wscript.'], plain: true },
  { kind: 'vbs', holds: ['createobject('], plain: true },
  { kind: 'js', holds: ['activexobject('], plain: true },
  { kind: 'ps1', holds: ['invoke-expression'], plain: true },
  { kind: 'ps1', holds: ['invoke-webrequest'], plain: true },
  { kind: 'ps1', holds: ['set-executionpolicy'], plain: true },
  { kind: 'ps1', holds: ['start-process '], plain: true },
  { kind: 'ps1', holds: ['write-host '], plain: true },
  { kind: 'ps1', holds: ['new-object '], plain: true },
];

/** A zip that holds one of these is more than an archive. Names in lower case. */
export const archiveSigns: ReadonlyMap<string, string> = new Map([
  ['meta-inf/manifest.mf', 'jar'],
  ['androidmanifest.xml', 'apk'],
  ['classes.dex', 'apk'],
  ['appxmanifest.xml', 'appx'],
  ['appxmetadata/appxbundlemanifest.xml', 'appx'],
  ['extension.vsixmanifest', 'vsix'],
  ['gadget.xml', 'gadget'],
  ['install.rdf', 'xpi'],
]);

/** Endings of what may hold other files; in an archive they are opened, and when they cannot be, nobody knows what is in them. */
export const archiveKinds: ReadonlySet<string> = new Set(
  words('zip zipx 7z rar tar tgz gz tbz tbz2 bz2 txz xz zst lz lzma z arj ace lzh lha cpio'),
);

/** Documents that are zips with scripts as a part of them; they are opened in a reader, never as a folder. */
export const scriptedDocuments: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['epub', new Set(['js', 'mjs'])],
]);
